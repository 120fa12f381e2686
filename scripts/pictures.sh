#!/bin/sh
# Draws the README's pictures from the real files: the first page of a filled form and of the sample report.
# Needs LibreOffice, poppler and fonts-liberation2.
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
draw() {
    soffice "-env:UserInstallation=file://$place/profile" --headless --convert-to pdf --outdir "$place" "$1" >/dev/null 2>&1
    pdftoppm -r 70 -png -f 1 -l 1 -singlefile "$place/$(basename "${1%.*}").pdf" "docs/$2"
}
mkdir -p docs
draw "input_templates/2023-Q1/T01-dong-ca-1_VH_2023-Q1.xlsx" bieu-mau
draw "output/2023-Q4/bao-cao.docx" bao-cao

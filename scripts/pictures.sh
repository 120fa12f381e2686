#!/bin/sh
# Draws the pictures of the docs anew from what the program writes for the sample commune, in a folder of its own.
# Needs LibreOffice, poppler, Chromium and fonts-liberation2.
set -eu
here=$(pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
kehoach() {
    "$here/.venv/bin/python" -m kehoach "$@" -C "$place" >/dev/null || [ $? -eq 1 ]
}
as_pdf() {
    LC_ALL=vi_VN.UTF-8 soffice "-env:UserInstallation=file://$place/profile" --headless --convert-to pdf --outdir "$place" "$1" >/dev/null 2>&1
}
# draw FILE NAME PAGE DOTS-PER-INCH [LEFT TOP WIDTH HEIGHT]: a page of a document, or a part of it, as docs/NAME.png
draw() {
    file=$1 name=$2 page=$3 dots=$4
    shift 4
    [ $# -eq 0 ] || set -- -x "$1" -y "$2" -W "$3" -H "$4"
    as_pdf "$file"
    pdftoppm -r "$dots" "$@" -png -f "$page" -l "$page" -singlefile "$place/$(basename "${file%.*}").pdf" "docs/$name"
}

cp -r input_templates "$place"
mkdir -p docs
kehoach check -p 2023-Q3
kehoach remind -p 2023-Q3 --ngay 16/9/2023
kehoach build -p 2023-Q4
blank=$(echo "$place"/input_templates/2023-Q3/T07-*.xlsx)
marked=$(echo "$place"/output/2023-Q3/tra-lai/T03-*.xlsx)
draw "$blank" dien-thoai 1 100 135 50 426 700
draw input_templates/2023-Q3/T01-dong-ca-1_VH_2023-Q3.xlsx o-vang 1 150 202 250 552 690
draw input_templates/2023-Q1/T01-dong-ca-1_VH_2023-Q1.xlsx bieu-mau 1 70
draw "$marked" can-sua 1 85 80 40 570 360
draw "$place/output/2023-Q3/kiem-tra.xlsx" kiem-tra 2 90 65 45 955 205
draw "$place/output/2023-Q3/thu/cong-van-don-doc.docx" cong-van 1 75 50 40 545 640
draw "$place/output/2023-Q4/bao-cao.docx" bao-cao 1 70
draw "$place/output/2023-Q4/tong-hop.xlsx" tong-hop 2 85 40 40 910 205
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars "--user-data-dir=$place/chromium" --window-size=820,1000 \
    --screenshot="$here/docs/theo-doi.png" "file://$place/output/2023-Q4/theo-doi.html" >/dev/null 2>&1
"$here/.venv/bin/python" -m scripts.village_sheet
draw docs/cho-truong-thon.docx cho-truong-thon 1 60

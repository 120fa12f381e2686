"""What the commune itself holds its numbers to (phép kiểm tra): a row of the sheet `Kiểm tra`."""

from dataclasses import dataclass

from kehoach.plan.expression import Expression


@dataclass(frozen=True)
class Check:
    """Kiểm tra: a comparison that the numbers of one subject must satisfy, and what to say when they do not.

    `severity` is a value of `finding.Severity`. The sentence may hold `{codes}`, `{don_vi}`. The first code of the
    expression names the value that is at fault. `code` begins with the finding's code: "KT-58.1".
    """

    code: str
    expression: Expression
    severity: str
    sentence: str

    @property
    def finding_code(self) -> str:
        """KT-58 for KT-58.1."""
        return self.code.partition(".")[0]

"""What is meant (hiểu câu hỏi): a code, a unit, a number, a sentence, a name; nothing is guessed in silence."""

from collections.abc import Callable, Iterator, Mapping

from kehoach.assessment.model import Assessment
from kehoach.errors import UseError
from kehoach.explain.numbers import of_element, of_target
from kehoach.explain.printed import is_number, of_number
from kehoach.explain.sentences import FEWEST_WORDS, nearest_sentence, of_block, of_words
from kehoach.explain.tree import Branch
from kehoach.explain.units import of_task, of_unit
from kehoach.plan.model import Plan
from kehoach.report.model import Report
from kehoach.vi.matching import match_name
from kehoach.vi.names import fold, nearest

MOST_NAMES = 12


def explained(report: Report, assessment: Assessment, what: str) -> tuple[Branch, ...]:
    """The tree of what is meant; `UseError` that says what can be asked where nothing is."""
    words = what.strip().strip("“”\"'").strip()
    is_long = len(words.split()) >= FEWEST_WORDS
    ways: tuple[Callable[[], tuple[Branch, ...]], ...] = (
        lambda: _of_code(assessment, words),
        lambda: _of_unit(assessment, words),
        lambda: of_block(report, assessment, words),
        lambda: of_number(report, assessment, words) if is_number(words) else (),
        lambda: of_words(report, assessment, words) if is_long else (),
        lambda: _of_name(assessment, words),
        lambda: of_words(report, assessment, words),
    )
    found = next((branches for way in ways if (branches := way())), ()) if words else ()
    if not found:
        raise UseError(_unknown(report, assessment, words))
    return found


def _of_code(assessment: Assessment, words: str) -> tuple[Branch, ...]:
    """A code of the plan, whatever its case: a target, a task, an element, one value of an element."""
    code = words.casefold()
    if targets := [a for a in assessment.achievements if a.target.code.casefold() == code]:
        return tuple(of_target(assessment, a) for a in targets)
    if tasks := [t for t in assessment.tasks if t.task.code.casefold() == code]:
        return tuple(of_task(assessment, t) for t in tasks)
    name, _, subject = code.partition(".")
    elements = [e for e in assessment.plan.elements.values() if e.code.casefold() == name]
    known = {s.casefold() for e in elements for s in assessment.plan.subjects(e, assessment.period)}
    return tuple(of_element(assessment, e, subject) for e in elements) if not subject or subject in known else ()


def _of_unit(assessment: Assessment, words: str) -> tuple[Branch, ...]:
    match = match_name(words, _names(assessment.plan))
    if match.key is None and len(match.candidates) > 1:
        listed = tuple(Branch(f"{code}  {assessment.plan.name_of(code)}") for code in match.candidates)
        return (Branch(f"{len(listed)} đơn vị có thể là “{words}”; hỏi lại bằng mã:", listed),)
    return (of_unit(assessment, assessment.plan.unit(match.key)),) if match.key else ()


def _names(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    return {u.code: (u.name, *u.aliases) for u in plan.units}


def _of_name(assessment: Assessment, words: str) -> tuple[Branch, ...]:
    """What is called so: explained where it is one thing, listed with the codes where it is several."""
    wanted = fold(words)
    found = {code: name for code, name in _things(assessment) if len(wanted) > 1 and wanted in fold(name)}
    if len(found) == 1:
        return _of_code(assessment, *found)
    listed = [Branch(f"{code}  {name}") for code, name in found.items()][:MOST_NAMES]
    return (Branch(f"{len(found)} mục có chữ “{words}”; hỏi lại bằng mã:", tuple(listed)),) if found else ()


def _things(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Codes and names of what can be asked by name."""
    yield from ((a.target.code, f"{a.target.short}: {a.target.text}") for a in assessment.achievements)
    yield from ((t.task.code, f"{t.task.short}: {t.task.text}") for t in assessment.tasks)
    yield from ((e.code, e.label) for e in assessment.plan.elements.values())


def _unknown(report: Report, assessment: Assessment, words: str) -> str:
    """That there is no such thing, what may have been meant, and what can be asked."""
    guess, hint = _guess(report, assessment, words), _hint(assessment)
    by_hand = " Số sửa tay trong Word không có nguồn để tìm." if is_number(words) else ""
    return f"Không tìm thấy “{words}” trong kỳ {assessment.period.code}.{guess}{by_hand} {hint}"


def _guess(report: Report, assessment: Assessment, words: str) -> str:
    plan = assessment.plan
    near = [plan.unit(code).name for code in match_name(words, _names(plan)).candidates]
    codes = (*(t.code for t in plan.targets), *(t.code for t in plan.tasks), *plan.elements)
    names = (*(u.name for u in plan.units), *(name for _, name in _things(assessment)))
    close = near or [n for n in (nearest(words, codes), nearest(words, names)) if n]
    if close:
        return f" Có phải {' hay '.join(f'“{name}”' for name in close)} không?"
    sentence = nearest_sentence(report, words)
    return f" Có phải câu {sentence.block}: “{sentence.words}” không?" if sentence else ""


def _hint(assessment: Assessment) -> str:
    plan = assessment.plan
    target = next((f" ({a.target.code})" for a in assessment.achievements), "")
    pairs = ((e.code, s) for e in plan.elements.values() for s in plan.subjects(e, assessment.period))
    code, unit = next(pairs, ("", ""))
    return (
        f"Có thể hỏi: mã chỉ tiêu{target}, mã số liệu ({code}), số của một đơn vị ({code}.{unit}), mã hoặc tên đơn vị "
        f"({unit}, “{plan.name_of(unit)}”), con số hoặc câu chép từ báo cáo, mã lời nhắc (KT-58)."
    )

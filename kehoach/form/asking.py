"""What is asked of one unit in one period (điều được hỏi), gathered as it will stand together in the form."""

from dataclasses import dataclass

from kehoach.form.model import Shape
from kehoach.plan.element import COMMUNE, Element, ElementKind
from kehoach.plan.model import Plan
from kehoach.plan.needs import asked_elements
from kehoach.plan.period import Period
from kehoach.plan.unit import Unit


@dataclass(frozen=True)
class Group:
    """Elements that stand together: one title, one shape; in a table one kind of subject."""

    title: str
    shape: Shape
    kind: str
    elements: tuple[Element, ...]


@dataclass(frozen=True)
class Asking:
    """Who is asked, when, of what plan."""

    plan: Plan
    unit: Unit
    period: Period

    def subjects(self, element: Element) -> tuple[str, ...]:
        """What the unit answers about: itself, unless it is named as the one who answers for all."""
        subjects = self.plan.subjects(element, self.period)
        own = self.unit.code in subjects and self.unit.code not in element.suppliers
        return (self.unit.code,) if own else subjects

    def shape(self, element: Element) -> Shape:
        """Paragraphs are a text; what is about the unit itself or the commune is a list; the rest is a table."""
        if element.kind is ElementKind.PARAGRAPHS:
            return Shape.TEXT
        own = self.subjects(element) == (self.unit.code,)
        return Shape.LIST if own or element.subject == COMMUNE else Shape.TABLE

    def groups(self) -> tuple[Group, ...]:
        """What is asked: lists first, then the rest, each in the order in which the plan first names its section."""
        asked = [e for e in asked_elements(self.plan, self.unit, self.period) if self.subjects(e)]
        keys = {e.code: self._key(e) for e in asked}
        titles = list(dict.fromkeys(e.section for e in asked))
        in_order = sorted(dict.fromkeys(keys.values()), key=lambda k: (k[1] is not Shape.LIST, titles.index(k[0])))
        return tuple(Group(*key, tuple(e for e in asked if keys[e.code] == key)) for key in in_order)

    def _key(self, element: Element) -> tuple[str, Shape, str]:
        """Section, shape, kind of subject: what elements that stand together have in common."""
        shape = self.shape(element)
        return element.section, shape, element.subject if shape is Shape.TABLE else ""

"""Who is meant by a name in an entry, by the roster."""

from collections import defaultdict
from collections.abc import Iterable

from ..kinds.person import Person
from ..records.specs import Link


class Roster:
    """The people by id and by name; a name that several bear may mean any of them."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_id: dict[str, Person] = {}
        self._named: dict[str, list[str]] = defaultdict(list)
        for person in people:
            self._by_id[person.id] = person
            self._named[person.name].append(person.id)

    def meant(self, who: Link | None) -> tuple[str, ...]:
        """Return the keys of those whom a link may mean: ids, or the name of a stranger."""
        if who is None:
            return ()
        if who.id in self._by_id:
            return (who.id or "",)
        return tuple(self._named.get(who.name) or (who.id or who.name,))

    def key(self, who: Link | None) -> str:
        """Return the one key that a link means; empty where it is open whom."""
        if who is not None and who.id is not None and who.id in self._by_id:
            return who.id  # asked tens of thousands of times of a large year
        meant = self.meant(who)
        return meant[0] if len(meant) == 1 else ""

    def person(self, who: Link | None) -> Person | None:
        """Return the one person on the roster whom a link means."""
        return self._by_id.get(self.key(who))

"""A Zotero in memory, as a way into it behaves."""

from refman.zotero.records import Created, Found, Refused, Target, Via

TARGETS = (
    Target(id="users/0", name="My Library"),
    Target(id="users/0/collections/AAAA2222", name="Lamps", level=1),
    Target(id="users/0/collections/BBBB2222", name="Old", level=2, selected=True),
    Target(id="groups/7", name="Lab", editable=False),
    Target(id="groups/7/collections/CCCC2222", name="Lamps", level=1, editable=False),
)


class FakeWay:
    via = Via.LOCAL
    server = "local:one"
    label = "Zotero 10 in memory"
    remarks = ("a remark",)
    keeps_citekey = True
    most_at_once = 50

    def __init__(self, *, targets=TARGETS, can_read=True, can_change=True):
        self._targets = list(targets)
        self.can_read, self.can_change = can_read, can_change
        self.data = {}  # by key
        self.children = {}
        self.refusals = {}  # by title
        self.fails_at = None
        self.fault = None
        self.sent = []
        self.bases = []
        self.loses_collections = False
        self.left = ()  # what it does not take of any paper
        self.closed = False

    def put(self, key, **data):
        self.data[key] = {"itemType": "preprint", "version": 1, **data}
        return key

    def targets(self):
        return list(self._targets)

    def items(self, target, progress):
        for key, data in self.data.items():
            progress.report(1, len(self.data))
            yield Found(key=key, version=data["version"], data=dict(data))

    def add(self, parcels, target):
        for number, parcel in reversed(list(enumerate(parcels))):
            if len(self.sent) == self.fails_at:
                raise self.fault
            self.sent.append((target.id, parcel))
            if (refused := self.refusals.get(parcel.item["title"])) is not None:
                yield Refused(number=number, why=refused, status=400, may_pass=True)
                continue
            key = self.put(f"KEY{len(self.data):05}", **parcel.item) if self.can_read else None
            self.children[key] = parcel
            yield Created(number=number, key=key, version=1 if key else None, left=self.left)

    def lost(self, parcel):
        return {"collections": len(parcel.collections)} if self.loses_collections else {}

    def change(self, found, fields):
        self.sent.append((found.key, fields))
        if self.data[found.key].get("title") in self.refusals:
            return Refused(number=0, why="it was changed there meanwhile", status=412)
        self.data[found.key] |= {**fields, "version": found.version + 1}
        return Created(number=0, key=found.key, version=found.version + 1)

    def fill(self, found, parcel, base):
        self.bases.append(base)
        self.children[found.key] = parcel
        return Created(number=0, key=found.key, version=found.version + 1, left=self.left)

    def close(self):
        self.closed = True

"""Reads every .ics of a folder with python-icalendar and vobject and prints what each understood, as JSON."""
import json
import sys
from datetime import timezone
from pathlib import Path

import icalendar
import vobject


def instant(value):
    return int(value.astimezone(timezone.utc).timestamp() * 1000)


def by_icalendar(text):
    calendar = icalendar.Calendar.from_ical(text)
    events = []
    for event in calendar.walk("VEVENT"):
        attendees = event.get("ATTENDEE", [])
        attendees = attendees if isinstance(attendees, list) else [attendees]
        events.append({
            "uid": str(event["UID"]), "summary": str(event["SUMMARY"]), "sequence": int(event["SEQUENCE"]),
            "start": instant(event.decoded("DTSTART")), "end": instant(event.decoded("DTEND")),
            "recurrence": instant(event.decoded("RECURRENCE-ID")) if "RECURRENCE-ID" in event else None,
            "description": str(event.get("DESCRIPTION", "")), "location": str(event.get("LOCATION", "")),
            "status": str(event["STATUS"]) if "STATUS" in event else None,
            "attendees": [[str(each), str(each.params["CN"]), str(each.params["PARTSTAT"])] for each in attendees],
        })
    return {"method": str(calendar["METHOD"]) if "METHOD" in calendar else None, "events": events,
            "errors": [str(error) for part in calendar.walk() for error in part.errors]}


def by_vobject(text):
    calendar = vobject.readOne(text.decode("utf-8"))
    calendar.validate(raiseException=True)
    return {"method": calendar.method.value if hasattr(calendar, "method") else None, "events": [{
        "uid": event.uid.value, "summary": event.summary.value, "start": instant(event.dtstart.value), "end": instant(event.dtend.value),
        "recurrence": instant(event.recurrence_id.value) if hasattr(event, "recurrence_id") else None,
        "names": sorted(name for name in event.contents), "attendees": len(getattr(event, "attendee_list", [])),
    } for event in calendar.vevent_list]}


print(json.dumps({path.name: {"icalendar": by_icalendar(path.read_bytes()), "vobject": by_vobject(path.read_bytes())}
                  for path in sorted(Path(sys.argv[1]).glob("*.ics"))}))

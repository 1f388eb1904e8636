"""Words for a time, read as dates from the day the article was published.

The words are those of reports about what was said: the past is meant unless they say otherwise, so
`Monday` is the latest Monday up to the day of publication.
"""

from __future__ import annotations

from datetime import date, timedelta

from attrib.lazily import regex

Dates = tuple[date, date]
"""First and last day, the same for a single day."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "couple": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}

_WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_MONTH = (
    r"\b(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)\b"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_DATE = regex.compile(rf"(?:{_MONTH}\h(?:the\h)?{_DAY}|{_DAY}\h(?:of\h)?{_MONTH})(?:,?\h{_YEAR})?")
_MONTH_ONLY = regex.compile(rf"(?P<next>next\h)?(?P<last>last\h)?{_MONTH}(?:,?\h(?:of\h)?{_YEAR})?")
_YEAR_ONLY = regex.compile(rf"\b{_YEAR}")
_WEEKDAY_ONLY = regex.compile(rf"(?P<next>\bnext\h)?(?P<last>\blast\h)?\b{_WEEKDAY}")
_AGO = regex.compile(
    r"(?P<number>\d{1,3}|[a-z]++)(?:\hof)?\h(?P<unit>minute|hour|day|week|month|year)s?\hago\b"
)
_PERIOD = regex.compile(r"\b(?P<which>this|last|next|the)\h(?P<unit>weekend|week|month|year)\b")
_NEAR = regex.compile(
    r"\b(?:(?P<before>yesterday|last\h(?:night|evening))|(?P<after>tomorrow)"
    r"|today|tonight|this\h(?:morning|afternoon|evening)|in\hthe\hday)\b"
)


def resolve(words: str, published: str | None) -> Dates | None:
    """The days that `words` mean in an article published on that ISO date; None if unknown.

    >>> def iso(words): return [str(day) for day in resolve(words, "2022-09-20") or ()]
    >>> iso("on Monday"), iso("Tuesday night"), iso("next Monday")  # the 20th was a Tuesday
    (['2022-09-19', '2022-09-19'], ['2022-09-20', '2022-09-20'], ['2022-09-26', '2022-09-26'])
    >>> iso("earlier this month"), iso("last week")
    (['2022-09-01', '2022-09-20'], ['2022-09-12', '2022-09-18'])
    >>> iso("on Sept. 18"), iso("in November"), iso("in 2019")
    (['2022-09-18', '2022-09-18'], ['2021-11-01', '2021-11-30'], ['2019-01-01', '2019-12-31'])
    >>> iso("two days earlier"), resolve("on Monday", None)
    ([], None)
    """
    today = _parse(published)
    if today is None:
        return None
    low = words.lower()
    # The surer readings first: `May 3` is no weekday, `last month` no month's name.
    for pattern, read in _READINGS:
        if found := pattern.search(low):
            return read(found, today)
    return None


def _parse(published: str | None) -> date | None:
    try:
        day = date.fromisoformat(published[:10]) if published else date.min
    except ValueError:
        return None
    return day if 1000 < day.year < 9000 else None


def _near(found: regex.Match[str], today: date) -> Dates:
    day = today + timedelta(days=1 if found["after"] else -1 if found["before"] else 0)
    return day, day


def _ago(found: regex.Match[str], today: date) -> Dates | None:
    digits = found["number"]
    number = int(digits) if digits.isdigit() else _NUMBERS.get(digits)
    if number is None:
        return None
    unit = found["unit"]
    if unit in ("minute", "hour", "day"):
        day = today - timedelta(days=number if unit == "day" else 0)
        return day, day
    if unit == "week":
        return _week(today - timedelta(weeks=number))
    months = today.year * 12 + today.month - 1 - number * (12 if unit == "year" else 1)
    if months < 12:
        return None
    return _year(months // 12) if unit == "year" else _month(months // 12, months % 12 + 1)


def _period(found: regex.Match[str], today: date) -> Dates | None:
    which, unit = found["which"], found["unit"]
    step = {"last": -1, "next": 1}.get(which, 0)
    if unit == "weekend":
        sunday = today - timedelta(days=(today.weekday() + 1) % 7)
        if today.weekday() == 5:
            sunday = today + timedelta(days=1)
        sunday += timedelta(weeks=step if which == "next" else 0)
        return sunday - timedelta(days=1), sunday
    if which == "the":
        return None
    if unit == "week":
        days = _week(today + timedelta(weeks=step))
    elif unit == "month":
        months = today.year * 12 + today.month - 1 + step
        days = _month(months // 12, months % 12 + 1)
    else:
        days = _year(today.year + step)
    return (days[0], min(days[1], today)) if step == 0 else days


def _weekday(found: regex.Match[str], today: date) -> Dates:
    wanted = next(i for i, name in enumerate(WEEKDAYS) if name.startswith(found["weekday"]))
    back = (today.weekday() - wanted) % 7
    if found["next"]:
        day = today + timedelta(days=7 - back)
    elif found["last"] and back == 0:
        day = today - timedelta(days=7)
    else:
        day = today - timedelta(days=back)
    return day, day


def _date(found: regex.Match[str], today: date) -> Dates | None:
    month, number = _month_number(found), int(found["day"])
    years = (int(found["year"]),) if found["year"] else (today.year, today.year - 1)
    for year in years:
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if found["year"] or day <= today:
            return day, day
    return None


def _month_only(found: regex.Match[str], today: date) -> Dates:
    month = _month_number(found)
    if found["year"]:
        return _month(int(found["year"]), month)
    if found["next"]:
        return _month(today.year + (month <= today.month), month)
    past = month < today.month or (month == today.month and not found["last"])
    first, last = _month(today.year if past else today.year - 1, month)
    return first, min(last, today)


def _year_only(found: regex.Match[str], today: date) -> Dates:
    first, last = _year(int(found["year"]))
    return first, min(last, today) if first <= today else last


def _month_number(found: regex.Match[str]) -> int:
    short = found["month"][:3]
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(short))


def _week(day: date) -> Dates:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _month(year: int, month: int) -> Dates:
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)


def _year(year: int) -> Dates:
    return date(year, 1, 1), date(year, 12, 31)


_READINGS = (
    (_AGO, _ago),
    (_DATE, _date),
    (_WEEKDAY_ONLY, _weekday),
    (_NEAR, _near),
    (_PERIOD, _period),
    (_MONTH_ONLY, _month_only),
    (_YEAR_ONLY, _year_only),
)

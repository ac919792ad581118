"""Numbers -> IATI activities of the kind that publishers write, as large as theirs."""

from __future__ import annotations

TRANSACTIONS = 60  # of an activity, which makes it as large as those of real files: about 20 kB
COUNTRIES = ("KE", "UG", "PE", "CO", "TD", "MD", "VN", "EG")
PARAGRAPH = (
    "The Office held a training course on false papers and trafficking in persons for {n} border officers in Lima, "
    "Peru, from {d} to {e} May 2019. It was funded by Norway, and those who came will train others in their own towns. "
)


def activity(n: int) -> str:
    """Return an activity of the kind that publishers write: much of it budgets and transactions."""
    money = "".join(
        f"<transaction><transaction-type code='3'/><transaction-date iso-date='2019-{m % 12 + 1:02d}-01'/>"
        f"<value currency='USD' value-date='2019-{m % 12 + 1:02d}-01'>{n * m}</value>"
        f"<provider-org ref='XX'>{_told('Fund')}</provider-org><receiver-org>{_told(f'Office {m}')}</receiver-org>"
        "</transaction>"
        for m in range(TRANSACTIONS)
    )
    words = PARAGRAPH.format(n=n % 90, d=n % 12 + 1, e=n % 12 + 3)
    return (
        f"<iati-activity xml:lang='en'><iati-identifier>XX-{n}</iati-identifier>"
        f"<reporting-org ref='XX'>{_told('UNODC')}</reporting-org><title>{_told(f'Safe port number {n}')}</title>"
        f"<description>{_told(words)}</description><participating-org role='1'>{_told('Norway')}</participating-org>"
        f"<activity-status code='2'/><activity-date type='2' iso-date='2018-{n % 12 + 1:02d}-01'/>"
        f"<activity-date type='4' iso-date='2020-12-31'/><recipient-country code='{COUNTRIES[n % 8]}'/>"
        f"<sector code='15160' vocabulary='1'>{_told('Human rights')}</sector>{money}"
        f"<result type='1'><title>{_told('Skills')}</title><indicator measure='1'>"
        f"<title>{_told('Number of officers trained')}</title><period><actual value='{n % 90}'/></period></indicator>"
        "</result></iati-activity>"
    )


def _told(words: str) -> str:
    return f"<narrative>{words}</narrative>"

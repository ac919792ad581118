// The list of activities and its filters, from the data in the file alone.
(() => {
  const data = document.getElementById("records");
  if (!data) return;
  const records = JSON.parse(data.textContent);
  const form = document.getElementById("filters");
  const MOST = 500; // rows drawn at once
  for (const select of form.querySelectorAll("select")) {
    const values = [...new Set(records.flatMap((record) => record[select.name]))].sort();
    for (const value of values) select.append(new Option(value, value));
  }
  const show = () => {
    const asked = Object.fromEntries(new FormData(form));
    const words = asked.q.toLowerCase().split(/\s+/).filter(Boolean);
    const passed = records.filter((record) => {
      const text = record.cells.join(" ").toLowerCase();
      const chosen = ["year", "country", "kind", "area"].every((n) => !asked[n] || record[n].includes(asked[n]));
      return chosen && words.every((word) => text.includes(word));
    });
    document.getElementById("count").textContent = passed.length.toLocaleString(document.documentElement.lang);
    const rows = document.getElementById("rows");
    rows.replaceChildren(
      ...passed.slice(0, MOST).map((record) => {
        const row = document.createElement("tr");
        for (const cell of record.cells) row.insertCell().textContent = cell ?? "–";
        return row;
      }),
    );
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();

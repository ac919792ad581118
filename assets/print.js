// On paper: charts as wide as their cards, long tables to a stated row, and the first records as a plain table, because a
// grid draws only what is seen.
(() => {
  const MOST = 40; // records on paper
  const MOST_ROWS = 100; // of any other table: more than a ranking of countries has

  const pictures = () => document.querySelectorAll(".js-plotly-plot .main-svg");

  const cell = (name, words) => Object.assign(document.createElement(name), { textContent: words ?? "" });

  const row = (name, values) => {
    const line = document.createElement("tr");
    line.append(...values.map((value) => cell(name, value)));
    return line;
  };

  const tableOf = (grid) => {
    const columns = grid.getAllDisplayedColumns().map((column) => column.getColDef());
    const table = Object.assign(document.createElement("table"), { className: "twin" });
    table.createTHead().append(row("th", columns.map((column) => column.headerName)));
    const body = table.createTBody();
    const count = grid.getDisplayedRowCount();
    grid.forEachNode((node, place) => {
      if (node.data && place < MOST) body.append(row("td", columns.map((column) => node.data[column.field])));
    });
    return { table, count };
  };

  // The line that says how many are printed, in the words that a part of the page carries.
  const first = (part, n) => cell("p", (part?.dataset.words ?? "").replace("{n}", n.toLocaleString(document.documentElement.lang)));

  const cutTables = () =>
    document.querySelectorAll(".plain-table").forEach((place) => {
      const rows = [...place.querySelectorAll("tbody tr")].slice(MOST_ROWS);
      rows.forEach((line) => line.classList.add("not-printed"));
      if (rows.length) place.append(Object.assign(first(place, MOST_ROWS), { className: "on-paper" }));
    });

  const writeRecords = () => {
    const card = document.getElementById("records-list-card");
    if (!card || !window.dash_ag_grid) return;
    const place = Object.assign(document.createElement("div"), { className: "on-paper" });
    const { table, count } = tableOf(window.dash_ag_grid.getApi("records"));
    place.append(table);
    if (count > MOST) place.append(first(document.getElementById("records-print"), MOST));
    card.querySelector(".card-body").append(place);
  };

  window.addEventListener("beforeprint", () => {
    // Plotly's pictures have the size of the screen; a view box lets them shrink or grow with their card.
    pictures().forEach((picture) =>
      picture.setAttribute("viewBox", `0 0 ${picture.getAttribute("width")} ${picture.getAttribute("height")}`),
    );
    cutTables();
    writeRecords();
  });
  window.addEventListener("afterprint", () => {
    pictures().forEach((picture) => picture.removeAttribute("viewBox"));
    document.querySelectorAll(".not-printed").forEach((line) => line.classList.remove("not-printed"));
    document.querySelectorAll(".on-paper").forEach((place) => place.remove());
  });
})();

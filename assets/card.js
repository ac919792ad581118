// What happens in the browser alone: table for chart, menus, full screen, pictures, the filter sheet of a phone.
// Listeners stand on the document, because Dash draws cards anew.
(() => {
  const WIDTH = 1200; // pixels of a picture, before its scale
  const HEIGHT = 760;
  const LETTERS = 185; // of small print on one line of a picture
  const LINE = 16; // pixels of a line of small print

  const text = (id) => document.getElementById(id)?.textContent.trim() ?? "";

  const wrap = (words, letters) =>
    words
      .split(" ")
      .reduce(
        (lines, word) => {
          const last = lines[lines.length - 1];
          if ((last + " " + word).length > letters) return [...lines, word];
          return [...lines.slice(0, -1), last ? last + " " + word : word];
        },
        [""],
      )
      .join("<br>");

  const note = (words, place) => ({
    text: words,
    showarrow: false,
    xref: "paper",
    yref: "paper",
    x: 0,
    xanchor: "left",
    align: "left",
    ...place,
  });

  // A picture stands alone: title, filters in words, source and disclaimer are drawn into it.
  const savePicture = async (card, format) => {
    const name = card.dataset.chart;
    const graph = card.querySelector(".js-plotly-plot");
    const style = getComputedStyle(document.documentElement);
    const foot = wrap([...card.querySelectorAll(".card-foot p")].map((line) => line.textContent.trim()).join(" · "), LETTERS);
    const head = wrap(text(`${name}-subtitle`) || text("sentence"), 110);
    const margin = { l: 24, r: 24, t: 56 + 20 * head.split("<br>").length, b: 40 + LINE * foot.split("<br>").length };
    const old = graph.layout;
    const layout = {
      ...old,
      width: WIDTH,
      height: HEIGHT,
      autosize: false,
      font: { ...old.font, family: "Arial, Helvetica, sans-serif" }, // our own type is not on the reader's machine
      paper_bgcolor: style.getPropertyValue("--card").trim(),
      margin: { ...margin, autoexpand: true },
      title: {
        text: `<b>${text(`${name}-title`)}</b><br><span style="font-size:14px">${head}</span>`,
        x: 0,
        xref: "container",
        xanchor: "left",
        y: 0.965,
        yanchor: "top",
        yref: "container",
        pad: { l: 24 },
        font: { size: 20 },
        automargin: false,
      },
      annotations: [
        ...(old.annotations ?? []),
        note(foot, { y: 0, yanchor: "top", yshift: -32, font: { size: 11 } }),
      ],
    };
    await Plotly.downloadImage(
      { data: graph.data, layout, config: graph._context },
      { format, width: WIDTH, height: HEIGHT, scale: format === "png" ? 2 : 1, filename: name },
    );
  };

  // The table that says what the chart says: its rows travel inside the figure, so that no page pays for closed tables.
  const element = (name, words, attributes = {}) =>
    Object.assign(document.createElement(name), { textContent: words, ...attributes });

  const written = (value) =>
    typeof value === "number" ? Math.round(value).toLocaleString(document.documentElement.lang) : (value ?? "");

  const rowOf = (values, cell) => {
    const row = document.createElement("tr");
    row.append(...values.map((value, i) => cell(value, i)));
    return row;
  };

  // The way from a row to the record of its activity, the page's filters and language kept.
  const leading = (head, id) => {
    const asked = new URLSearchParams(location.search);
    asked.set("record", id);
    const link = element("a", head.textContent, { href: `/records?${asked}` });
    head.replaceChildren(link);
    return head;
  };

  const tableOf = (meta) => {
    const isNumber = meta.headings.map((_, i) => meta.rows.some((row) => typeof row[i] === "number"));
    const side = (i) => (isNumber[i] ? "number" : "");
    const table = element("table", "", { className: "twin" });
    const head = table.createTHead();
    head.append(rowOf(meta.headings, (words, i) =>
        words ? element("th", words, { scope: "col", className: side(i) }) : element("td", ""),
      ),
    );
    const body = table.createTBody();
    const cell = (value, i) =>
      i || !value ? element("td", written(value), { className: side(i) }) : element("th", written(value), { scope: "row" });
    body.append(...meta.rows.map((row) => rowOf(row, cell)));
    meta.records?.forEach((id, n) => id && leading(body.rows[n].cells[0], id));
    table.prepend(element("caption", meta.caption));
    return table;
  };

  const fillTable = (card) => {
    const meta = card.querySelector(".js-plotly-plot")?.layout?.meta;
    if (meta?.rows) card.querySelector(".card-table").replaceChildren(tableOf(meta));
  };

  // Called by Dash: writes the table of a card that has no chart.
  const writeTable = (meta, id) => {
    if (meta?.rows) document.getElementById(id)?.replaceChildren(tableOf(meta));
    return meta?.caption ?? "";
  };
  window.dash_clientside = Object.assign({}, window.dash_clientside, { cards: { writeTable } });

  const toggleTable = (card, button) => {
    const table = card.dataset.view !== "table";
    card.dataset.view = table ? "table" : "chart";
    button.setAttribute("aria-pressed", String(table));
    if (!table) return;
    fillTable(card);
    const graph = card.querySelector(".js-plotly-plot");
    if (!graph.tallied) graph.on("plotly_afterplot", () => card.dataset.view === "table" && fillTable(card));
    graph.tallied = true;
    card.querySelector(".card-table").focus();
  };

  const toggleFilters = () => {
    const sheet = document.getElementById("filters");
    const open = sheet.dataset.open !== "true";
    sheet.dataset.open = String(open);
    document.querySelectorAll(".top, .page").forEach((part) => (part.inert = open)); // the sheet covers them
    const opener = document.querySelector(".action-filters");
    opener?.setAttribute("aria-expanded", String(open));
    (open ? sheet.querySelector("button") : opener)?.focus();
  };

  const actions = {
    table: toggleTable,
    filters: toggleFilters,
    picture: (card, button) => savePicture(card, button.dataset.format),
    "full-screen": (card) => (document.fullscreenElement ? document.exitFullscreen() : card.requestFullscreen()),
    reload: () => location.reload(),
    again: () => window.dash_clientside.set_props("shown", { data: [...window.tallyShown] }), // see address.js
  };

  const closeMenus = (except) =>
    document.querySelectorAll(".card-tools details[open]").forEach((menu) => {
      if (menu !== except) menu.open = false;
    });

  document.addEventListener("click", (event) => {
    closeMenus(event.target.closest(".card-tools details"));
    const button = event.target.closest("[data-action]");
    if (button) actions[button.dataset.action]?.(button.closest(".card"), button);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.activeElement?.closest?.(".card-tools details[open]");
    closeMenus();
    menu?.querySelector("summary").focus();
    if (document.getElementById("filters")?.dataset.open === "true") toggleFilters();
  });
  document.addEventListener("fullscreenchange", () => window.dispatchEvent(new Event("resize")));
})();

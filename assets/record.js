// The grid follows the address. The panel of a record by keyboard: Enter opens the row, the focus goes into the panel and back, Escape closes it.
(() => {
  let cameFrom = null; // what had the focus before the panel opened
  const panel = () => document.getElementById("record");
  const isOpen = () => panel() && !panel().hidden && panel().childElementCount > 0;

  const rowOf = (element) => element?.closest?.("#records .ag-row");

  const openRow = (row) => {
    const node = window.dash_ag_grid.getApi("records").getDisplayedRowAtIndex(Number(row.getAttribute("row-index")));
    node?.setSelected(true, true);
  };

  // Called by Dash: the address says something else, so the grid forgets its rows and asks for them.
  const askAgain = () => {
    if (document.getElementById("records")) {
      window.dash_ag_grid?.getApiAsync("records").then((grid) => grid.purgeInfiniteCache());
    }
  };
  window.dash_clientside = Object.assign({}, window.dash_clientside, { records: { askAgain } });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && rowOf(document.activeElement)) {
      cameFrom = document.activeElement;
      openRow(rowOf(document.activeElement));
    }
    if (event.key !== "Escape" || !isOpen()) return;
    document.getElementById("record-close")?.click();
  });

  // Dash shows and hides the panel; only the page itself tells when.
  let wasOpen = false;
  const follow = () => {
    if (isOpen() === wasOpen) return;
    wasOpen = isOpen();
    if (wasOpen) {
      cameFrom = rowOf(document.activeElement) ? document.activeElement : cameFrom;
      document.getElementById("record-close")?.focus();
    } else if (cameFrom?.isConnected) {
      cameFrom.focus();
    }
  };
  new MutationObserver(follow).observe(document.documentElement, {
    subtree: true,
    attributes: true,
    attributeFilter: ["hidden"],
  });
})();

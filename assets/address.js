// What the address needs of the browser: the reader's own light or dark, and the clipboard.
window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.address = {
  // The state that figures depend on: the query without the open record, and light or dark.
  shown: (search, _scheme, before) => {
    const query = new URLSearchParams(search || "");
    query.delete("record");
    const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
    const now = [query.toString(), dark ? "dark" : "light"];
    const same = before && before[0] === now[0] && before[1] === now[1];
    return same ? window.dash_clientside.no_update : now;
  },

  share: async (clicks, base) => {
    if (!clicks) return window.dash_clientside.no_update;
    const here = window.location;
    const link = (base || here.origin).replace(/\/$/, "") + here.pathname + here.search;
    const button = document.getElementById("share");
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      // Without https browsers keep the clipboard shut; the old way still works.
      const field = Object.assign(document.createElement("textarea"), { value: link });
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    return button.dataset.done;
  },
};

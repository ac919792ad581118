// What follows from the address without asking the server, and what only the browser knows.
(() => {
  const query = (search) => new URLSearchParams(search || "");
  const unless = (same, now) => (same ? window.dash_clientside.no_update : now);

  const product = document.title;

  // The link to another page keeps the state, but for the open record.
  const kept = (search) => {
    const asked = query(search);
    asked.delete("record");
    const text = asked.toString().replaceAll("%2C", ",");
    return text ? `?${text}` : "";
  };

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.address = {
    // What all figures depend on: the query without the open record, and the reader's own light or dark.
    // A page comes drawn: it asks again only where it was drawn for something else.
    shown: (search, drawn, before) => {
      const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
      const now = [kept(search), dark ? "dark" : "light"];
      window.tallyShown = now; // card.js asks with it again
      const isNow = (one) => one && kept(one[0]) === now[0] && one[1] === now[1];
      return unless(isNow(drawn) && isNow(before), now);
    },

    path: (path, before) => unless(path === before, path),

    language: (search, before) => {
      const now = query(search).get("lang") || "en";
      document.documentElement.lang = now;
      return unless(now === before, now);
    },

    record: (search, before) => {
      const now = query(search).get("record") || "";
      return unless(now === before, now);
    },

    theme: (search) => query(search).get("theme") || null,

    // The page that is shown is marked in its link, for ears too, and gives the window its title.
    links: (search, path, ids, paths, names) => {
      const here = paths.findIndex((link) => link.split("?")[0] === path);
      document.title = here < 0 ? product : `${names[here]} · ${product}`;
      document.querySelectorAll(".page-link").forEach((link, n) => {
        if (n === here) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      });
      return [
        paths.map((link) => link.split("?")[0] + kept(search)),
        paths.map((_, n) => (n === here ? "page-link active" : "page-link")),
      ];
    },

    share: async (clicks, base) => {
      if (!clicks) return window.dash_clientside.no_update;
      const here = window.location;
      const link = (base || here.origin).replace(/\/$/, "") + here.pathname + here.search;
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
      return document.getElementById("share").dataset.done;
    },
  };
})();

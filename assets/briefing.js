// Takes a finished file: one press on a format is enough.
(() => {
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.briefing = {
    take: (children) => {
      if (children?.props?.href) setTimeout(() => document.getElementById("briefing-file")?.click(), 50);
      return "";
    },
  };
})();

// Fetches the shapes of the map while the page is still being built: plotly would ask for them only with its first map.
(() => {
  const name = "world_110m";
  const address = new URL(`topojson/${name}.json`, document.currentScript.src);
  window.PlotlyGeoAssets = window.PlotlyGeoAssets || { topojson: {} };
  fetch(address)
    .then((answer) => answer.json())
    .then((shapes) => (window.PlotlyGeoAssets.topojson[name] ??= shapes))
    .catch(() => {}); // then plotly asks itself, and says what is wrong
})();

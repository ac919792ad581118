// npm plotly.js + this list of traces -> assets/00-plotly-app.min.js, without WebGL (so without eval) and half as big.
// The version must equal plotly.offline.get_plotlyjs_version(); tests/dashboard/test_figures_bundle.py holds that.
//   npm install plotly.js@4.1.1 esbuild stream-browserify   (in an empty folder)
//   NODE_PATH=node_modules node data/build/plotly_bundle.js assets/00-plotly-app.min.js
const esbuild = require("esbuild");
const [target] = process.argv.slice(2);
const traces = ["bar", "choropleth", "heatmap", "sankey", "scattergeo"];
const entry = `
  const Plotly = require("plotly.js/lib/core");
  Plotly.register([${traces.map((name) => `require("plotly.js/lib/${name}")`).join(", ")}]);
  module.exports = Plotly;`;

esbuild.buildSync({
  stdin: { contents: entry, resolveDir: process.cwd() },
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "Plotly",
  footer: { js: "window.Plotly=Plotly;" },
  banner: { js: "/* plotly.js 4.1.1, MIT licence, Plotly Inc.: see NOTICE */" },
  define: {
    global: "window",
    "define.amd": "false",
    "process.env.NODE_DEBUG": "false",
    "process.env": "{}",
  },
  alias: { stream: "stream-browserify", regl: "@plotly/regl" },
  loader: { ".css": "empty" }, // the style sheet of a map engine that none of these traces uses
  target: "es2020",
  outfile: target,
});

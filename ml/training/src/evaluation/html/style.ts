/** Light and dark by the reader's setting, black on white on paper. No fonts, images or scripts from anywhere. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c1f24; --soft: #59616c; --paper: #fff; --rule: #d9dde3; --fill: #f4f6f8; --warn: #7a4b00; --warn-fill: #fff4dc;
  --c0: #0b62a8; --c1: #b3420c; --c2: #26734d; --c3: #7a3d9c; --c4: #8a6a00; --c5: #b0235f; --c6: #4a5560;
  --v0: #1565c0; --v1: #6a8fc4; --v2: #9a8fa8; --v3: #cc6a6a; --v4: #c0152f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --soft: #a9b1bb; --paper: #15181c; --rule: #363c44; --fill: #1e2328; --warn: #ffd88a; --warn-fill: #3a2d10;
  --c0: #6db6f2; --c1: #f2996b; --c2: #74c99c; --c3: #c99be3; --c4: #dbbd55; --c5: #f08bb5; --c6: #aab4bf;
  --v0: #64b0ff; --v1: #8fa9d0; --v2: #b5a9c0; --v3: #ee8f8f; --v4: #ff5468; } }
@page { size: A4 landscape; margin: 12mm; }
@media print { :root { color-scheme: light; --ink: #000; --soft: #333; --paper: #fff; --rule: #bbb; --fill: #fff; --warn: #000; --warn-fill: #fff;
  --c0: #0b62a8; --c1: #b3420c; --c2: #26734d; --c3: #7a3d9c; --c4: #8a6a00; --c5: #b0235f; --c6: #4a5560;
  --v0: #1565c0; --v1: #6a8fc4; --v2: #9a8fa8; --v3: #cc6a6a; --v4: #c0152f; }
  body { max-width: none; font-size: 9.5pt; } .block { break-inside: avoid; } nav { display: none; } .wide { overflow: visible; } table { font-size: 7.5pt; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; padding: 1.5rem; max-width: 84rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .5rem; } h2 { font-size: 1.35rem; margin: 3rem 0 .5rem; border-top: 2px solid var(--rule); padding-top: 1rem; }
h3 { font-size: 1.05rem; margin: 0 0 .5rem; } p { max-width: 50rem; margin: .4rem 0; } code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
.warning { border: 2px solid var(--warn); background: var(--warn-fill); color: var(--warn); padding: .6rem .9rem; font-weight: 600; max-width: none; }
nav ul { columns: 18rem; padding-left: 1.2rem; } a { color: var(--c0); }
.block { margin: 1.75rem 0; } .wide { overflow-x: auto; } table { border-collapse: collapse; font-size: .83rem; font-variant-numeric: tabular-nums; }
th, td { padding: .28rem .45rem; text-align: right; border-bottom: 1px solid var(--rule); white-space: nowrap; }
thead th { vertical-align: bottom; background: var(--fill); white-space: normal; min-width: 3.5rem; }
tbody th, thead th:first-child { text-align: left; font-weight: 600; } td.words, thead th.words { text-align: left; white-space: normal; min-width: 7rem; max-width: 30rem; }
tbody th { white-space: normal; min-width: 5rem; }
.note { font-size: .875rem; } .source { font-size: .78rem; color: var(--soft); } dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
figure { margin: 0; } figure svg[role=img] { width: 100%; max-width: 46rem; height: auto; } .key { list-style: none; padding: 0; margin: .2rem 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; font-size: .875rem; } .key svg { margin-right: .4rem; }
svg text { fill: var(--ink); font: 13px system-ui, sans-serif; } svg .tick { font-size: 12px; fill: var(--soft); } .grid { stroke: var(--rule); stroke-width: 1; } .diagonal { stroke: var(--soft); stroke-dasharray: 2 4; fill: none; stroke-width: 1.5; }
.line, .whisker { fill: none; stroke-width: 2; } .band { opacity: .16; stroke: none; }
${[0, 1, 2, 3, 4, 5, 6].map((i) => `.line.s${String(i)}, .whisker.s${String(i)} { stroke: var(--c${String(i)}); } .dot.s${String(i)}, .band.s${String(i)} { fill: var(--c${String(i)}); }`).join('\n')}
.v0 { fill: var(--v0); } .v1 { fill: var(--v1); } .v2 { fill: var(--v2); } .v3 { fill: var(--v3); } .v4 { fill: var(--v4); } .v-none { fill: var(--soft); }
.line.s1 { stroke-dasharray: 8 3; } .line.s2 { stroke-dasharray: 3 3; } .line.s3 { stroke-dasharray: 10 3 2 3; } .line.s4 { stroke-dasharray: 14 4; } .line.s5 { stroke-dasharray: 1 3; } .line.s6 { stroke-dasharray: 6 2 1 2 1 2; }
`;

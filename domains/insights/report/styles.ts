/** The look of the printed report: the tokens of the console, on A4. Ink, hairlines, and ochre for what is published. */
export const styles = `
@page { size: A4; margin: 0 }
:root { --paper: #FBF9F5; --hair: #E7E2D8; --ink: #1C1B19; --ink2: #5C5851; --ink3: #6E685E; --ochre: #B8863B; --ochre-text: #8A6116; --cinnabar: #B23A2B;
  --serif: "Songti SC", "Noto Serif SC", "Noto Serif CJK SC", Georgia, serif; --sans: "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif }
:lang(en) { font-feature-settings: "palt", "pwid" }
* { box-sizing: border-box; margin: 0; padding: 0 }
a { color: inherit; text-decoration: none }
@media screen { a:hover { text-decoration: underline .25mm var(--cinnabar); text-underline-offset: .2em } }
body { font: 8.6pt/1.55 var(--sans); color: var(--ink); background: #F1EDE5; text-autospace: normal; font-variant-numeric: tabular-nums lining-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact }
.page { width: 210mm; min-height: 296.8mm; margin: 8mm auto; padding: 15mm 20mm 12mm 24mm; background: #fff; display: flex; flex-direction: column; break-after: page; overflow-wrap: anywhere }
@media print { body { background: none } .page { margin: 0; break-inside: auto } }
@media screen and (max-width: 230mm) { .page { width: auto; margin: 0 0 2mm; padding: 6vw } }
.page > header { display: flex; justify-content: space-between; font-size: 7pt; color: var(--ink3); border-bottom: .25mm solid var(--hair); padding-bottom: 2mm; margin-bottom: 9mm; min-height: 6mm }
.opener > header { border: 0 }
main { flex: 1 }
.shared main { display: flex; flex-direction: column }
.shared .block { flex: 1 0 auto }
.folio { display: flex; justify-content: space-between; font-size: 7pt; color: var(--ink3); margin-top: 5mm }
h1, h2, h3, .finding, .number, .numeral, .year { font-family: var(--serif); font-weight: 400 }
h2.plainhead { font-size: 20pt; line-height: 1.3; margin-bottom: 5mm }
h3 { font-size: 13.5pt; line-height: 1.35; margin-bottom: 4.5mm }
.small, .marks, .caption { font-size: 7pt; line-height: 1.5; color: var(--ink3) }
.bench, .small.bench { color: var(--ochre-text) }
sup { font-size: .68em; line-height: 0; color: var(--ink3) }

.cover { background: var(--paper); padding: 30mm 28mm 24mm; display: block; position: relative }
.cover .series { font-size: 9pt; color: var(--ink2) }
.cover h1 { font-size: 38pt; line-height: 1.25; margin-top: 46mm; max-width: 150mm }
.cover .account { font-size: 10pt; color: var(--ink2); margin: 3mm 0 22mm }
.cover .strokes { display: block; width: 100%; height: 44mm }
.cover .rule { border-bottom: .25mm solid var(--ink); margin-bottom: 8mm }
.cover .year { font-size: 20pt; margin-top: 9mm }
.cover .facts { position: absolute; left: 28mm; right: 28mm; bottom: 30mm; display: grid; grid-template-columns: 42mm 1fr; row-gap: 1.4mm; font-size: 8.4pt }
.cover .facts + .small { position: absolute; left: 28mm; bottom: 20mm }
.facts dt { color: var(--ink3) }

.opener .numeral { font-size: 12pt; line-height: 1.2; color: var(--ochre-text); margin-top: 12mm }
.opener h2 { font-size: 36pt; line-height: 1.25; margin: 2mm 0 12mm }
.kicker { font-size: 8pt; color: var(--ink3); margin-bottom: 3mm }
.three .key { border-top: .25mm solid var(--hair); padding: 4.4mm 0 4.4mm; display: grid; grid-template-columns: 62mm 1fr; column-gap: 8mm }
.three .key .label { grid-row: 1 / 5; font-size: 9.6pt }
.three .key .lacking { grid-column: 2 }
.three .key .number { font-size: 36pt; line-height: 1.05; margin-bottom: 2.5mm }
.three .key .number.long { font-size: 24pt }
.three .key .small { grid-column: 2 }
.below { margin-top: 12mm }

.block + .block { margin-top: 8mm; border-top: .25mm solid var(--hair); padding-top: 5mm }
.split { display: grid; grid-template-columns: 42mm 116mm; column-gap: 8mm }
.key .label { font-size: 8.4pt; line-height: 1.4; color: var(--ink2) }
.key .of, .score .of { color: var(--ink3) }
.key .of { white-space: nowrap }
.key .of::before, .score .of::before { content: '· ' }
.key .number { font-size: 25pt; line-height: 1.2; margin: 1mm 0 1.5mm }
.key .number.long { font-size: 15pt }
.lacking { font-size: 7.8pt; color: var(--ink2); max-width: 110mm }
.finding { font-size: 11.5pt; line-height: 1.5; margin-bottom: 3mm }
.apart { height: 5mm }

svg text { font: 9.4px var(--sans); fill: var(--ink3) }
svg .num { fill: var(--ink) } svg .mid { text-anchor: middle } svg .end { text-anchor: end } svg .bench { fill: var(--ochre-text) } svg .mark { fill: var(--cinnabar) }
.ink { fill: var(--ink) } .range { fill: #fff; stroke: var(--ink); stroke-width: 1; vector-effect: non-scaling-stroke } .heat { fill: var(--ink) } .unknown { fill: #fff; stroke: var(--hair) } .ring { fill: #fff; stroke: var(--ochre); stroke-width: 1.6 }
.hair, .base, .benchline, .tick, .line, .stroke { fill: none; vector-effect: non-scaling-stroke }
.hair { stroke: var(--hair); stroke-width: .7 } .base { stroke: var(--ink3); stroke-width: .7 } .benchline { stroke: var(--ochre); stroke-width: 1 } .tick { stroke: var(--ochre); stroke-width: 2 } .tick.thin { stroke-width: 1.6 } .line { stroke: var(--ink); stroke-width: 1.3 } .line.dashed { stroke: var(--ink3); stroke-dasharray: 3 3 } .stroke { stroke: var(--ink); stroke-width: 1.1 }
.chart { display: block; width: 116mm; height: auto } .chart.across { width: 166mm; margin-top: 2mm }

table { border-collapse: collapse; width: 100% }
th { text-align: left; font-weight: 400 }
.bars th { width: 30mm; padding: .5mm 2mm .5mm 0; font-size: 8pt; line-height: 1.3 } .bars .bar { width: 36mm } .bars .bar svg { display: block; width: 36mm; height: 4.8mm }
.bars .value { width: 15mm; text-align: right; font-size: 8.6pt; white-space: nowrap } .bars .value.left { text-align: left; padding-left: 2mm } .bars .detail { padding-left: 3mm; font-size: 6.8pt; line-height: 1.35; color: var(--ink3) } .bars .detail .bench { display: block }
.bars td, .bars th { vertical-align: middle; height: 6.4mm } .bars .two td { height: 8.6mm }
.plan .bars th, .plan .bars .value { width: 26mm } .plan .formula { margin: 3mm 0 2mm }
.gains th { width: 44mm } .gains thead td { font-size: 7pt; color: var(--ink3) } .gains .value:not(.left) { padding-right: 2mm } .gains .bar, .gains .bar svg { width: 34mm }

.score { font-size: 8pt } .score th, .score td { padding: .85mm 1mm; border-bottom: .2mm solid var(--hair); vertical-align: baseline } .score td { text-align: right; white-space: nowrap }
.score thead th, .score thead td { font-size: 7pt; color: var(--ink3); border-bottom-color: var(--ink3) } .score thead .bench { color: var(--ochre-text) }
.score .chapter th { font-family: var(--serif); font-size: 10.5pt; padding-top: 2.6mm; border-bottom-color: var(--ink3) }
.score .ours { font-size: 9pt } .score .made { color: var(--ink3); font-size: 6.8pt } .score .delta { display: block; color: var(--ink3); font-size: 6.8pt } .score .edition { font-size: 6.6pt; color: var(--ochre-text) } .score td.bench { color: var(--ochre-text) }
.card { table-layout: fixed } .card .delta { display: inline-block; min-width: 12mm } :lang(zh) .card .delta { min-width: 17mm } .card :is(th, td) { padding: .55mm 1mm } .card thead th { width: 52mm } .card thead td { width: 15mm } .card thead td:nth-child(3) { width: 21mm } .card thead td:nth-child(4) { width: 27mm } .card thead td:nth-child(6) { width: 22mm } .card thead td:nth-child(7) { width: 14mm }
.score .further { color: var(--ink3); padding-left: 4mm } .score .beside svg { width: 12mm; height: 3.2mm; display: inline-block; vertical-align: middle }
.score td.left { text-align: left } .stages .bar, .stages .bar svg { width: 34mm } .stages .bar svg { display: block; height: 4mm } .stages td { vertical-align: middle }
.score + .small { margin-top: 3mm } .score + .lacking { margin-top: 4mm }
.beside-each th { width: 24mm } .beside-each thead td { white-space: normal; line-height: 1.3 }
.formula { display: block; font-size: 7pt; color: var(--ink3) }
.reading { max-width: 152mm; margin-bottom: 1.5mm; font-size: 7.4pt; line-height: 1.36 }
.plain { display: grid; grid-template-columns: 38mm 1fr; column-gap: 5mm; row-gap: 1.5mm; margin-bottom: 1.5mm; font-size: 7.4pt; line-height: 1.36 } .plain dt { color: var(--ink2) }

.notes { columns: 2; column-gap: 8mm; border-top: .25mm solid var(--hair); padding-top: 2.5mm; margin-top: 7mm; font-size: 6.4pt; line-height: 3.2mm; color: var(--ink2) }
.notes p { margin-bottom: 1mm; break-inside: avoid }
`.trim();

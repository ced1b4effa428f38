import ScorecardPolicy

/// How pages look: on a screen, and on A4 in black and white.
enum PageStyle {
  static let text = """
    @page { size: A4; margin: 8mm 10mm; }
    body { font: 8pt/1.15 "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", Arial, sans-serif;
      color: #000; background: #fff; max-width: 190mm; margin: 0 auto; padding: 0; }
    h1 { font-size: 13pt; margin: 0; }
    h2 { font-size: 9pt; margin: 1.4mm 0 0.4mm; border-bottom: 0.3mm solid #000; }
    h3 { font-size: 8.5pt; margin: 1.5mm 0 0.3mm; }
    p, ul { margin: 0.5mm 0; }
    ul { padding-left: 5mm; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: 0.09mm 1mm;
      border-bottom: 0.1mm solid #999; }
    thead th { border-bottom: 0.3mm solid #000; }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .part > * { font-weight: bold; background: #eee; }
    .sum > * { font-weight: bold; border-top: 0.3mm solid #000; }
    .notice { border: 0.3mm solid #000; padding: 0.4mm 2mm; margin: 0.8mm 0; }
    .short { white-space: nowrap; }
    .small, .small td, .gates td + td { font-size: 6.5pt; }
    .waterfall td { font-size: 7pt; }
    .results td { width: 25%; }
    .scores td:first-child { width: 31%; }
    .bar { width: 55%; }
    .hash { font-family: monospace; font-size: 6pt; word-break: break-all; }
    .headline { display: flex; flex-wrap: wrap; gap: 1.5mm; margin: 1mm 0; }
    .headline div { border: 0.3mm solid #000; padding: 0.4mm 2mm; }
    .headline b { display: block; font-size: 10.5pt; }
    .bar svg { display: block; width: 100%; height: 2.2mm; }
    .formula { font-family: monospace; font-size: 6.5pt; white-space: pre-wrap; }
    tr, .headline { break-inside: avoid; }
    .annex { break-before: page; }
    .right { text-align: right; }
    .signatures { display: flex; gap: 8mm; margin: 8mm 0 0; font-size: 9pt; break-inside: avoid; }
    .signatures div { flex: 1; }
    .signatures p { display: flex; align-items: flex-end; gap: 1.5mm; white-space: nowrap; }
    .pay td:first-child { width: 7mm; }
    .signatures span { flex: 1; border-bottom: 0.2mm solid #000; height: 9mm; }
    """

  /// For a page with many columns, after the text.
  static let turned = """
    @page { size: A4 landscape; }
    body { max-width: 277mm; }
    """
}

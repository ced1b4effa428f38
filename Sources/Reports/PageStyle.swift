import ScorecardPolicy

/// How pages look: on a screen, and on A4 in black and white.
enum PageStyle {
  static let text = """
    @page { size: A4; margin: 12mm; }
    body { font: 9pt/1.35 "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", Arial, sans-serif;
      color: #000; background: #fff; max-width: 186mm; margin: 0 auto; padding: 4mm 0; }
    h1 { font-size: 15pt; margin: 0; }
    h2 { font-size: 10.5pt; margin: 3mm 0 1mm; border-bottom: 0.3mm solid #000; }
    h3 { font-size: 9.5pt; margin: 2mm 0 0.5mm; }
    p, ul { margin: 0.5mm 0; }
    ul { padding-left: 5mm; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: 0.3mm 1mm;
      border-bottom: 0.1mm solid #999; }
    thead th { border-bottom: 0.3mm solid #000; }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .part > * { font-weight: bold; background: #eee; }
    .sum > * { font-weight: bold; border-top: 0.3mm solid #000; }
    .notice { border: 0.3mm solid #000; padding: 1mm 2mm; margin: 1mm 0; }
    .small, .small td { font-size: 7.5pt; }
    .hash { font-family: monospace; font-size: 6.5pt; word-break: break-all; }
    .headline { display: flex; flex-wrap: wrap; gap: 2mm; margin: 2mm 0; }
    .headline div { border: 0.3mm solid #000; padding: 1mm 3mm; }
    .headline b { display: block; font-size: 12pt; }
    .bar { width: 55%; }
    .bar svg { display: block; width: 100%; height: 3mm; }
    .formula { font-family: monospace; font-size: 7.5pt; white-space: pre-wrap; }
    tr, .headline { break-inside: avoid; }
    .annex { break-before: page; }
    """
}

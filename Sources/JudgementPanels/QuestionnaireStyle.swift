/// How the page looks: on a screen, on a small one, and on paper in black and white.
enum QuestionnaireStyle {
  static let text = """
    :root { color-scheme: light; }
    body { font: 16px/1.45 "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", Arial, sans-serif;
      color: #111; background: #fff; max-width: 60rem; margin: 0 auto; padding: 1rem; }
    html[data-language="en"] body [lang="zh"]:not(button),
    html[data-language="zh"] body [lang="en"]:not(button) { display: none; }
    h1 { font-size: 1.5rem; margin: 0.3rem 0; }
    h2 { font-size: 1.2rem; margin: 1.6rem 0 0.4rem; border-bottom: 2px solid #111; }
    .policy { color: #444; margin: 0; }
    .languages { float: right; margin: 0; }
    button, .button { font: inherit; padding: 0.3rem 0.8rem; border: 1px solid #444;
      border-radius: 4px; background: #eee; color: #111; cursor: pointer; display: inline-block; }
    .languages button[aria-pressed="true"] { background: #111; color: #fff; }
    input[type="text"] { font: inherit; padding: 0.3rem; min-width: 16rem; border: 1px solid #444; }
    input[type="file"] { position: absolute; width: 1px; height: 1px; opacity: 0; }
    input[type="file"]:focus-visible { position: static; width: auto; height: auto; opacity: 1; }
    :focus-visible { outline: 3px solid #06c; outline-offset: 2px; }
    fieldset { border: 0; border-bottom: 1px solid #ccc; margin: 0; padding: 0.4rem 0; }
    legend { font-weight: bold; padding: 0; }
    .scale { display: flex; align-items: center; gap: 0.5rem; }
    .left, .right { flex: 1 1 6rem; font-size: 0.9rem; }
    .left { text-align: right; }
    .choices { display: flex; }
    .choices label { display: flex; flex-direction: column; align-items: center; width: 1.7rem;
      cursor: pointer; padding: 0.1rem 0; }
    .choices label:nth-child(9) { background: #eee; }
    .choices label:has(:checked) { background: #111; color: #fff; }
    .choices input { margin: 0.15rem; }
    .size { font-size: 0.8rem; }
    .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; }
    .clear { font-size: 0.8rem; padding: 0.1rem 0.4rem; visibility: hidden; }
    fieldset:has(:checked) .clear { visibility: visible; }
    fieldset.worst { background: #fff3d6; }
    .result { margin: 0.6rem 0; padding: 0.5rem 0.8rem; border: 2px solid #111; min-height: 1.5rem; }
    .result p, .result ol { margin: 0.2rem 0; }
    .result.bad { border-style: dashed; }
    .result table { border-collapse: collapse; margin: 0.3rem 0; }
    .result td { padding: 0 0.6rem 0 0; }
    .result meter { width: 12rem; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    #message { font-weight: bold; min-height: 1.5rem; }
    footer { border-top: 2px solid #111; margin-top: 1.5rem; }
    .signature { display: none; }
    @media (max-width: 46rem) {
      .scale { flex-wrap: wrap; }
      .choices { order: 3; flex-wrap: wrap; }
      .clear { order: 4; }
    }
    @media print {
      @page { size: A4; margin: 12mm; }
      body { font-size: 9pt; max-width: none; padding: 0; }
      h1 { font-size: 14pt; }
      h2 { font-size: 11pt; break-after: avoid; }
      .controls, .languages, .clear, #message { display: none; }
      .choices label { width: 5.6mm; }
      .choices label:has(:checked) { outline: 0.5mm solid #000; background: none; color: #000; }
      fieldset, .result { break-inside: avoid; }
      fieldset.worst { background: none; }
      legend { display: none; }
      .signature { display: flex; gap: 4mm; margin-top: 12mm; }
      .signature span:nth-child(even) { flex: 1; border-bottom: 0.2mm solid #000; }
    }
    """
}

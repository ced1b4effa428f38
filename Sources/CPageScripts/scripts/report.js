"use strict";
// The report's page: its sections from the one document that stands in it, in the language chosen.
Object.assign(steelyard.phrases, {
  reportTitle: ["What the judgements do to people and pay", "判断对人员与薪酬的影响"],
  judgements: ["Judgements and weights", "判断与权重"],
  sensitivity: ["Which numbers decide", "哪些数值起决定作用"],
  change: ["Who moves: ranks", "谁在变动：名次"],
  payroll: ["What it costs", "成本"],
  groups: ["Who gains and who loses", "谁得谁失"],
  distributions: ["How scores are spread", "得分分布"],
  fragile: ["Whose grade is not safe", "谁的等级不稳"],
  sources: ["What this rests on", "依据"],
  scored: ["People scored", "计分人数"],
  rejected: ["Rows rejected", "拒绝行数"],
  changed: ["Grades that change", "等级变动"],
  movers: ["Ranks that change", "名次变动"],
  payMoves: ["Pay changes by", "薪酬变动"],
  unsafe: ["Grades not safe", "不稳的等级"],
  noJudgements: ["No weights of this policy come from judgements.", "本方案没有由判断得出的权重。"],
  noPay: ["The policy pays nothing, or the two policies pay in different units.", "方案不涉及薪酬，或两个方案的薪酬单位不同。"],
  noGrades: ["The policy gives no grades, or none of its judgements can be drawn.", "方案不评等级，或没有可抽样的判断。"],
  nobody: ["Nobody is scored.", "没有人计分。"],
  noGroup: ["No group has five people or more.", "没有五人以上的组。"],
  noChange: ["No number of the policy moves anybody, so that there is no change to look at.", "没有数值影响任何人，故无变动可看。"],
  lookedAt: ["The change looked at here and in the next parts", "本部分及以下部分所看的变动"],
  against: ["{0} {1} instead of {2} {3}", "以“{0}”{1} 取代“{2}”{3}"],
  strongestStep: ["The single step of one judgement that moves most people", "影响人数最多的单项判断的一级变动"],
  strongestNumber: ["The small change of one number that moves most people", "影响人数最多的单项数值的小幅变动"],
  changedBy: ["Grades, ranks and pay change by: {0}.", "等级、名次与薪酬的变动源于：{0}。"],
  moreChanges: ["and {0} more", "另有 {0} 处"],
  notSet: ["not set", "未设"],
  methodOf: ["Weights of {0}, by {1}", "{0}的权重（{1}）"],
  file: ["File", "文件"],
  drawnBy: ["{0} draws with the seed {1}.", "{0} 次抽样，种子 {1}。"],
  notice: ["Notice: {0}", "说明：{0}"],
  madeBy: ["Made by steelyard {0} from the files below. The same files and options give the same bytes.",
    "由 steelyard {0} 依下列文件生成；文件与选项相同，结果逐字节相同。"],
});

(() => {
  const { say, text, number, element, charts } = steelyard;
  const data = JSON.parse(document.getElementById("report-data").textContent);
  const root = document.documentElement;
  const main = document.querySelector("main");
  const buttons = [...document.querySelectorAll(".languages button")];

  const methods = {
    "eigenvector": ["the eigenvector", "特征向量法"],
    "geometric-mean": ["row geometric means", "几何平均法"],
    "weighted-least-squares": ["weighted least squares", "加权最小二乘法"],
    "singular-value": ["the singular value decomposition", "奇异值分解法"],
    "column-mean": ["column means", "列归一平均法"],
  };

  const section = (name, language, ...content) => {
    const made = element("section", { id: name },
      element("h2", {}, say(language, name)), ...content);
    main.append(made);
    return made;
  };
  const paragraph = (words, kind) => element("p", kind ? { class: kind } : {}, words);

  const header = (language) => {
    const policy = data.policy;
    const boxes = [[say(language, "scored"), number.count(data.people)]];
    if (data.rejected > 0) boxes.push([say(language, "rejected"), number.count(data.rejected)]);
    if (data.change) {
      if (data.change.gradeChanges != null) {
        boxes.push([say(language, "changed"), number.count(data.change.gradeChanges)]);
      }
      boxes.push([say(language, "movers"), number.count(data.change.rankMovers)]);
      const pay = data.change.payroll;
      if (pay) {
        boxes.push([`${say(language, "payMoves")} (${text(language, pay.unit)})`,
          number.signed(pay.after - pay.before)]);
      }
    }
    if (data.fragile) boxes.push([say(language, "unsafe"), number.count(data.fragile.total)]);
    document.title = `${say(language, "reportTitle")} - ${text(language, policy.title)}`;
    const links = [...document.querySelectorAll("main section")].map((part) =>
      element("a", { href: `#${part.id}` }, part.querySelector("h2").textContent));
    document.querySelector("header .content").replaceChildren(
      element("h1", {}, say(language, "reportTitle")),
      paragraph(`${text(language, policy.title)} · ${policy.name} ${policy.version}`, "policy"),
      ...(data.notice ? [paragraph(say(language, "notice", data.notice), "notice")] : []),
      element("div", { class: "headline" }, ...boxes.map(([name, value]) =>
        element("div", {}, name, element("b", {}, value)))),
      ...(data.change ? [paragraph(say(language, "changedBy", briefly(language)), "note")] : []),
      element("nav", {}, ...links));
  };

  const briefly = (language) => {
    const { what, lines } = changeWords(language, data.change);
    return data.change.kind === "against" ? what : lines.join("; ");
  };

  const judgements = (language) => {
    const part = section("judgements", language);
    if (data.weighings.length === 0) part.append(paragraph(say(language, "noJudgements")));
    for (const weighing of data.weighings) {
      const heading = say(language, "methodOf", text(language, weighing.title),
        methods[weighing.method][language === "zh" ? 1 : 0]);
      const block = element("div", { class: "weighing" }, element("h3", {}, heading));
      part.append(block);
      charts.heatMap(block, weighing, { language });
      charts.weightBands(block, weighing, { language });
    }
  };

  const changeWords = (language, change) => {
    const lines = change.numbers.map((one) => `${text(language, one.label)}: `
      + [one.before, one.after].map((value) =>
        value == null ? say(language, "notSet") : value).join(" → ")
      + (one.unit ? ` ${text(language, one.unit)}` : ""));
    if (change.moreNumbers > 0) lines.push(say(language, "moreChanges", change.moreNumbers));
    const what = change.kind === "against"
      ? say(language, "against", text(language, change.title), change.version,
        text(language, data.policy.title), data.policy.version)
      : say(language, change.kind === "judgement" ? "strongestStep" : "strongestNumber");
    return { what, lines };
  };
  const changeBox = (language, { what, lines }) => element("div", { class: "change" },
    element("p", {}, element("b", {}, `${say(language, "lookedAt")}: `), what),
    element("ul", {}, ...lines.map((line) => element("li", {}, line))));

  const changed = (language) => {
    const change = data.change;
    if (!change) {
      section("change", language, paragraph(say(language, "noChange")));
      return;
    }
    const ranks = section("change", language,
      changeBox(language, changeWords(language, change)));
    if (change.slopes) charts.slopes(ranks, change.slopes, { language });
    else ranks.append(paragraph(say(language, "noGroup")));
    const cost = section("payroll", language);
    if (change.payroll) charts.payroll(cost, change.payroll, { language });
    else cost.append(paragraph(say(language, "noPay")));
    const part = section("groups", language);
    for (const groups of change.groups) charts.groups(part, groups, { language });
    if (change.groups.length === 0) part.append(paragraph(say(language, "noGroup")));
  };

  const render = (language) => {
    main.replaceChildren();
    judgements(language);
    charts.sensitivity(section("sensitivity", language), data.sensitivity, { language });
    changed(language);
    const spread = section("distributions", language);
    if (data.distributions) charts.distributions(spread, data.distributions, { language });
    else spread.append(paragraph(say(language, "nobody")));
    const fragile = section("fragile", language);
    if (data.fragile) charts.fragile(fragile, data.fragile, { language });
    else fragile.append(paragraph(say(language, "noGrades")));
    const rows = data.sources.map((file) => [file.name, file.sha256]);
    const files = steelyard.table([say(language, "file"), "SHA-256"], rows, 2);
    files.className = "files";
    section("sources", language, paragraph(say(language, "madeBy", data.program)),
      ...(data.draws ? [paragraph(say(language, "drawnBy", number.count(data.draws), data.seed))]
        : []), files);
    header(language);
  };

  const show = (language) => {
    root.lang = language;
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    render(language);
  };
  for (const button of buttons) {
    button.addEventListener("click", () => show(button.dataset.language));
  }
  show(root.lang);
})();

"use strict";
// What one person would get if one number were another: jumps, and where a change of it changes nothing.
(() => {
  const { say, text, number, colours, studio } = steelyard;

  const amount = (measure, data, value) =>
    value == null ? "" : measure === "pay" ? number.money(value) : number.fixed(value, data.decimals || 2);

  const findings = (language, data, measure, jumps, range) => {
    const name = say(language, measure);
    const far = jumps.slice().sort((one, other) => Math.abs(other.height) - Math.abs(one.height))[0];
    const at = (jump) => number.plain(jump.to, 4);
    const signed = (jump) => number.signed(jump.height, measure === "pay" ? 0 : 2);
    const dead = d3.sum(data.deadZones, (zone) => zone.to - zone.from) / (range[1] - range[0]);
    return {
      title: !far ? say(language, "incentivesSmooth", name)
        : jumps.length === 1 ? say(language, "incentivesJump", name, at(far), signed(far))
          : say(language, "incentivesJumps", name, jumps.length, at(far), signed(far)),
      remark: dead > 0 ? say(language, "incentivesDead", number.percent(Math.min(1, dead), 0))
        : say(language, "incentivesLive"),
    };
  };

  /**
   * data: as /api/incentives gives it, with payUnit; options.measure: "pay" or "final". The draft is the
   * thick line, the baseline the dashed one.
   */
  steelyard.charts.incentives = (element, data, options) => {
    const { language, measure } = options;
    const width = options.width || steelyard.width;
    const given = (points) => points.filter((point) => point[measure] != null);
    const [before, after] = [given(data.baseline), given(data.draft)];
    const all = [...before, ...after];
    const range = d3.extent(all, (point) => point.value);
    const heights = d3.extent(all, (point) => point[measure]);
    // Jumps are given in pay where there is pay; in scores they are read off the draft's own points, where a
    // jump of pay is often none.
    const value = (place) => {
      const found = after.find((point) => point.value === place);
      return found ? found[measure] : null;
    };
    const jumps = data.cliffs.map((cliff) => {
      const [low, high] = [value(cliff.from), value(cliff.to)];
      return { ...cliff, height: low == null || high == null ? cliff.after - cliff.before : high - low };
    }).filter((cliff) => Math.abs(cliff.height) > 0.005 * (heights[1] - heights[0]));
    const unit = measure === "pay" ? text(language, data.payUnit) : say(language, "points");

    const draw = (svg) => {
      const left = 64, right = width - 14, top = 30, bottom = 226;
      const x = d3.scaleLinear().domain(range[0] === range[1] ? [range[0] - 1, range[1] + 1] : range)
        .range([left, right]);
      const y = d3.scaleLinear().nice().range([bottom, top])
        .domain(measure === "pay" ? [Math.min(0, heights[0]), heights[1] || 1]
          : heights[0] === heights[1] ? [heights[0] - 1, heights[1] + 1] : heights).nice();
      const hatching = steelyard.hatching(svg, "#d5d5d5", steelyard.partIdentity("dead", options));
      for (const zone of data.deadZones) {
        svg.append("rect").attr("class", "dead").attr("x", x(zone.from)).attr("y", top)
          .attr("width", Math.max(1, x(zone.to) - x(zone.from))).attr("height", bottom - top)
          .attr("fill", hatching);
      }
      for (const tick of y.ticks(5)) {
        svg.append("line").attr("x1", left).attr("x2", right).attr("y1", y(tick)).attr("y2", y(tick))
          .attr("stroke", colours.line).attr("stroke-width", 0.6);
        svg.append("text").attr("x", left - 6).attr("y", y(tick) + 4).attr("text-anchor", "end")
          .attr("fill", colours.faint).text(measure === "pay" ? number.money(tick) : number.plain(tick));
      }
      for (const tick of x.ticks(Math.max(3, Math.floor(width / 90)))) {
        svg.append("text").attr("x", x(tick)).attr("y", bottom + 14).attr("text-anchor", "middle")
          .attr("fill", colours.faint).text(number.plain(tick, 4));
      }
      svg.append("text").attr("x", 0).attr("y", 10).attr("fill", colours.faint)
        .text(`${say(language, measure)} (${unit})`);
      svg.append("text").attr("x", right).attr("y", bottom + 28).attr("text-anchor", "end")
        .attr("fill", colours.faint).text(text(language, data.title) || data.column)
        .append("tspan").text(data.unit ? ` (${text(language, data.unit)})` : "");
      const line = d3.line().x((point) => x(point.value)).y((point) => y(point[measure]));
      svg.append("path").attr("class", "before").attr("d", line(before)).attr("fill", "none")
        .attr("stroke", colours.baseline).attr("stroke-width", 2).attr("stroke-dasharray", "5 3");
      svg.append("path").attr("class", "mark").attr("d", line(after)).attr("fill", "none")
        .attr("stroke", colours.draft).attr("stroke-width", 2.4);
      let last = -Infinity;
      for (const jump of jumps) {
        const at = x(jump.to), sign = jump.height > 0 ? "▲" : "▼";
        svg.append("line").attr("class", "cliff").attr("x1", at).attr("x2", at).attr("y1", top - 2)
          .attr("y2", bottom).attr("stroke", jump.height > 0 ? colours.more : colours.less)
          .attr("stroke-width", 1).attr("stroke-dasharray", "1 3");
        if (at - last < 62) continue;
        last = at;
        svg.append("text").attr("x", Math.min(at, right - 24)).attr("y", top - 6)
          .attr("text-anchor", "middle").attr("font-weight", 700).attr("font-size", 10)
          .text(`${sign} ${number.signed(jump.height, measure === "pay" ? 0 : 2)}`);
      }
      if (data.own != null) own(svg, { data, after, measure, x, y, bottom, top, language });
      return bottom + 34 + 18 + steelyard.legend(svg, 8, bottom + 38, legend(language, hatching), width);
    };

    return steelyard.figure(element, language, {
      name: "incentives", draw, width, notes: [say(language, "incentivesNote")],
      ...findings(language, data, measure, jumps, range),
      table: () => {
        const values = [...new Set(all.map((point) => point.value))].sort((one, other) => one - other);
        const of = (points) => new Map(points.map((point) => [point.value, point]));
        const [old, now] = [of(data.baseline), of(data.draft)];
        const shown = (point) => (point ? amount(measure, data, point[measure]) : "");
        return {
          heads: [text(language, data.title) || data.column,
            ...["beforeHead", "afterHead"].map((head) => `${say(language, head)} (${unit})`),
            say(language, "gradeHead")],
          rows: values.map((value) => [number.plain(value, 4), shown(old.get(value)),
            shown(now.get(value)), now.get(value) ? text(language, now.get(value).grade) : ""]),
        };
      },
    });
  };

  /** Where the person stands today. */
  const own = (svg, { data, after, measure, x, y, bottom, top, language }) => {
    const at = x(data.own);
    const nearest = d3.least(after, (point) => Math.abs(point.value - data.own));
    svg.append("line").attr("class", "now").attr("x1", at).attr("x2", at).attr("y1", top)
      .attr("y2", bottom).attr("stroke", colours.ink).attr("stroke-width", 1);
    if (nearest) {
      svg.append("circle").attr("cx", at).attr("cy", y(nearest[measure])).attr("r", 4.5)
        .attr("fill", colours.ink);
    }
    const isLeft = at > (x.range()[0] + x.range()[1]) / 2;
    svg.append("text").attr("x", at + (isLeft ? -6 : 6)).attr("y", bottom - 6)
      .attr("text-anchor", isLeft ? "end" : "start").attr("font-weight", 700)
      .attr("paint-order", "stroke").attr("stroke", "#fff").attr("stroke-width", 3)
      .text(say(language, "ownValue", number.plain(data.own, 4)));
  };

  const legend = (language, hatching) => {
    const line = (colour, width, dashes) => (group) => group.append("line").attr("x2", 24)
      .attr("y1", 6).attr("y2", 6).attr("stroke", colour).attr("stroke-width", width)
      .attr("stroke-dasharray", dashes);
    return [
      { text: say(language, "draft"), draw: line(colours.draft, 2.4, null) },
      { text: say(language, "baseline"), draw: line(colours.baseline, 2, "5 3") },
      { text: say(language, "cliff"), draw: (group) =>
        group.append("text").attr("x", 7).attr("y", 10).text("▲") },
      { text: say(language, "deadZone"), draw: (group) => group.append("rect").attr("width", 24)
        .attr("height", 12).attr("fill", hatching).attr("stroke", colours.line) },
    ];
  };

  const outcomes = ["pay", "final"], none = [];
  const hasPay = (data) => data.draft.some((point) => point.pay != null);
  const varies = (points) => new Set(points.map((point) => point.pay)).size > 1;
  /** What was chosen or, as long as nothing was, pay where it depends on the number. */
  const measureOf = ({ incentives, outcome }) => (!hasPay(incentives) ? "final"
    : outcome || (varies(incentives.draft) || varies(incentives.baseline) ? "pay" : "final"));

  studio.panels.push({
    name: "incentives", side: 1, isPending: (data) => data.isOutdated,
    controls: (panel, owner) => {
      const key = steelyard.element("input",
        { type: "text", size: "12", spellcheck: "false", autocomplete: "off" });
      key.addEventListener("change", () => {
        const column = owner.data.incentives ? owner.data.incentives.column : null;
        owner.selectIncentive({ key: key.value.trim() || null, column });
      });
      panel.controls.append(key);
      const column = studio.panelSelect(panel, "panelNumber", (name) =>
        owner.selectIncentive({ key: owner.data.incentives.key, column: name }));
      const outcome = studio.panelSelect(panel, "panelOutcome", (name) => owner.look({ outcome: name }));
      return (data) => {
        const { language, incentives } = data;
        key.setAttribute("aria-label", say(language, "panelPerson"));
        key.title = say(language, "panelPerson");
        key.placeholder = say(language, "panelPerson");
        if (!incentives) return;
        if (document.activeElement !== key) key.value = incentives.key || "";
        column(language, incentives.columns, (name) => ({ value: name, words: name }), incentives.column);
        outcome(language, hasPay(incentives) ? outcomes : none,
          (name) => ({ value: name, words: say(language, name) }), measureOf(data));
      };
    },
    key: (data) => (data.incentives && data.incentives.draft.length > 0
      ? JSON.stringify([measureOf(data), data.incentives]) : null),
    layout: () => "",
    room: () => 340,
    emptyWords: ({ language }) => say(language, "waitIncentives"),
    draw: (body, data, options) => steelyard.charts.incentives(body,
      { ...data.incentives, payUnit: data.policy ? data.policy.payUnit : null,
        decimals: data.policy ? data.policy.decimals : 2 },
      { ...options, measure: measureOf(data) }),
  });
})();

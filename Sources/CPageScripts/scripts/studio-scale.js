"use strict";
// The scale of judgements, 1/9 to 9, as a line of steps: 1 lies at 0, 9 at 8 and 1/9 at -8.
(() => {
  const { say, number, studio } = steelyard;

  const scale = {
    low: -8,
    high: 8,

    /** The value of "3", "1/3" or "1.73"; null where the text is no judgement. */
    value: (text) => {
      const parts = /^\s*(\d+(?:\.\d+)?)(?:\s*\/\s*(\d+(?:\.\d+)?))?\s*$/.exec(text);
      if (!parts) return null;
      const value = Number(parts[1]) / (parts[2] === undefined ? 1 : Number(parts[2]));
      return value > 0 && Number.isFinite(value) ? value : null;
    },

    position: (value) => (value >= 1 ? value - 1 : 1 - 1 / value),

    /** The judgement at a whole step. */
    text: (position) => (position >= 0 ? `${1 + position}` : `1/${1 - position}`),

    /** The next whole step above or below, not beyond the ends. */
    next: (position, direction) => {
      const step = direction > 0 ? Math.floor(position + 1e-9) + 1 : Math.ceil(position - 1e-9) - 1;
      return Math.max(scale.low, Math.min(scale.high, step));
    },

    /** The judgement seen from the other side, as it is written. */
    reciprocal: (text) => {
      const parts = text.split("/");
      if (parts.length === 2) return parts[0].trim() === "1" ? parts[1].trim() : `${parts[1]}/${parts[0]}`;
      return text.trim() === "1" ? "1" : `1/${text.trim()}`;
    },

    /** A judgement in words: "Finance is 3 times as important as Customer". */
    words: (language, row, column, text) => {
      const value = scale.value(text);
      if (value == null) return text;
      if (Math.abs(value - 1) < 1e-12) return say(language, "editEqual", row, column);
      return value > 1 ? say(language, "editTimes", row, number.digits(value), column)
        : say(language, "editTimes", column, number.digits(1 / value), row);
    },
  };
  studio.scale = scale;
})();

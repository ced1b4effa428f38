"use strict";
// Elements of the studio's page. No text ever becomes markup, and no style stands in an attribute, since
// the page's content policy forbids both.
steelyard.studio = steelyard.studio || {};

(() => {
  const { say } = steelyard;
  const { studio } = steelyard;

  /**
   * An element. Attributes that are functions listen to the event of their name; true is an attribute
   * without a value, false and null are none.
   */
  studio.make = (name, attributes = {}, ...content) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") made.addEventListener(key, value);
      else if (value === true) made.setAttribute(key, "");
      else if (value !== false && value != null) made.setAttribute(key, value);
    }
    made.append(...content.filter((part) => part != null));
    return made;
  };

  /** A button that does something; it never sends a form. */
  studio.button = (words, click, attributes = {}) =>
    studio.make("button", { type: "button", click, ...attributes }, words);

  /** A button with a sign, whose words are read aloud and shown when it is pointed at. */
  studio.signButton = (sign, words, click, attributes = {}) =>
    studio.button(sign, click, { class: "sign", "aria-label": words, title: words, ...attributes });

  /** A select of {name, words}; `choose` gets the name chosen. */
  studio.select = (words, options, chosen, choose, attributes = {}) => {
    const made = studio.make("select",
      { "aria-label": words, title: words, change: () => choose(made.value), ...attributes },
      ...options.map((option) => studio.make("option", { value: option.name }, option.words)));
    made.value = chosen;
    return made;
  };

  /** Sets an attribute, or takes it away where the value is null or false. */
  studio.set = (element, name, value) => {
    if (value == null || value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  };

  /** Puts a text into an element where it differs, so that nothing is read aloud twice. */
  studio.write = (element, words) => {
    if (element.textContent !== words) element.textContent = words;
  };

  /** A dialog with a title and a button that closes it; it is gone when closed. */
  studio.dialog = (language, title, ...content) => {
    const close = () => dialog.close();
    const heading = studio.make("h2", { id: steelyard.nextIdentity("dialog") }, title);
    const dialog = studio.make("dialog", { "aria-labelledby": heading.id, close: () => dialog.remove() },
      studio.make("div", { class: "dialog-head" }, heading,
        studio.signButton("✕", say(language, "editClose"), close)),
      ...content);
    document.body.append(dialog);
    dialog.showModal();
    return dialog;
  };

  /** Opens a page to print in a new tab, by a form that is posted: a draft is too long for an address. */
  studio.openPage = (action, fields) => {
    const form = studio.make("form", { method: "post", action, target: "_blank", hidden: true },
      ...Object.entries(fields).map(([name, value]) =>
        studio.make("input", { type: "hidden", name, value: value == null ? "" : value })));
    document.body.append(form);
    form.submit();
    form.remove();
  };

  /** What a refusal says, in a list; a server's answer has more to say than its first line. */
  studio.faultLines = (error) => [error.message, ...(error.notes || []),
    ...(error.suggestion ? [error.suggestion] : [])];
})();

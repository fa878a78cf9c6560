// The interface's words in the language of the moment, and elements made of them. Text is only ever text.

let language = reading.language;

function word(key, values = {}) {
  const template = allWords[language][key] ?? key;
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function counted(thing, n) {
  const forms = allWords[language][thing];
  const form = n === 0 && forms.zero !== undefined ? "zero" : new Intl.PluralRules(language).select(n);
  return (forms[form] ?? forms.other).replace("{n}", n);
}

const typeWord = (type) => allWords[language].type[type] ?? type;
const statusWord = (status) => allWords[language].status[status];
const languageWord = (tag) => allWords[language].language[tag] ?? tag;
const predicateWord = (predicate) => allWords[language].predicate[predicate] ?? predicate.toLowerCase().replaceAll("_", " ");

function nameOf(node) {
  const { labels } = node.entity;
  return labels[language] || Object.values(labels).find(Boolean) || node.entity.id;
}

function otherName(node) {
  const { labels } = node.entity;
  return labels[language === "ar" ? "en" : "ar"] ?? "";
}

function claimerName(claimer) {
  if (claimer === ARTICLE_VOICE) return word("articleVoice");
  if (claimer === UNNAMED) return word("unnamedSource");
  return nameOf(nodeById.get(claimer));
}

const outletOf = (document) => document.publisher || word("unknownOutlet");

function dayWord(published) {
  const day = dayOf({ published });
  if (!day) return published || word("undated");
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const locale = language === "ar" ? "ar-u-nu-latn-ca-gregory" : "en-GB";
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(date);
}

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") made.addEventListener("click", value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const button = (label, onclick, attributes = {}) => element("button", { type: "button", onclick, ...attributes }, label);

const isolated = (text, attributes = {}) => element("bdi", { dir: "auto", ...attributes }, text);

function drawn(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const OUTLINES = {
  dot: () => drawn("circle", { cx: 8, cy: 8, r: 6 }),
  square: () => drawn("rect", { x: 2.5, y: 2.5, width: 11, height: 11 }),
  diamond: () => drawn("path", { d: "M8 1 15 8 8 15 1 8Z" }),
  triangleDown: () => drawn("path", { d: "M1.5 3h13L8 14.5Z" }),
};

const typeIcon = (type) =>
  drawn("svg", { class: `icon type-${type}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, OUTLINES[reading.shapes[type]]());

function statusIcon(status) {
  const dashes = reading.dashes[status];
  const line = drawn("line", { x1: 1, y1: 8, x2: 43, y2: 8, "stroke-dasharray": dashes ? dashes.join(" ") : "none" });
  const icon = drawn("svg", { class: `line status-${status}`, viewBox: "0 0 44 16", "aria-hidden": "true" }, line);
  if (SIGNS[status]) icon.append(drawn("circle", { cx: 22, cy: 8, r: 7 }), drawn("path", { d: SIGNS[status] }));
  return icon;
}

// A cross for what is denied, a sign of inequality for what is contested, around (22, 8).
const SIGNS = { denied: "M19 5l6 6M25 5l-6 6", contested: "M18.5 6.5h7M18.5 9.5h7M24 4.5l-4 7" };

function speak() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  for (const spoken of document.querySelectorAll("[data-word]")) spoken.textContent = word(spoken.dataset.word);
  for (const spoken of document.querySelectorAll("[data-placeholder]")) spoken.placeholder = word(spoken.dataset.placeholder);
  for (const spoken of document.querySelectorAll("[data-label]")) {
    spoken.setAttribute("aria-label", word(spoken.dataset.label));
    if (spoken.tagName === "BUTTON") spoken.title = word(spoken.dataset.label);
  }
  const switcher = document.getElementById("switch-language");
  switcher.lang = language === "ar" ? "en" : "ar";
  switcher.textContent = word("otherLanguage");
}

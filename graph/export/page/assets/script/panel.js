// The panel at the side: how to read the page, an entity, or what is said between two entities.

function updatePanel() {
  const panel = document.getElementById("panel");
  const parts = state.edge !== null ? pairParts(edges[state.edge]) : state.node !== null ? entityParts(nodes[state.node]) : welcomeParts();
  panel.classList.toggle("chosen", state.edge !== null || state.node !== null);
  const key = `${language} ${state.edge} ${state.node}`;
  const same = panel.dataset.key === key;
  panel.dataset.key = key;
  const kept = panel.scrollTop;
  panel.replaceChildren(...parts);
  panel.scrollTop = same ? kept : 0;
}

function panelHead(...title) {
  const close = button("✕", selectNothing, { class: "plain close", "aria-label": word("close"), title: word("close") });
  return element("header", { class: "panel-head" }, element("h2", {}, ...title), close);
}

const arrow = () => element("span", { class: "arrow", "aria-hidden": "true" }, language === "ar" ? "←" : "→");

function entityButton(node) {
  return element("button", { type: "button", class: "entity", onclick: () => chooseNode(node.id) }, typeIcon(node.group), isolated(nameOf(node)));
}

function chooseNode(id) {
  selectNode(id);
  goTo(id);
}

function chooseEdge(id) {
  selectEdge(id);
  goTo(edges[id].from, edges[id].to);
}

function lineButton(edge) {
  const label = element("span", { class: "line-words" }, isolated(nameOf(nodes[edge.from])), arrow(), isolated(nameOf(nodes[edge.to])));
  const what = edge.predicates.slice(0, 3).map(predicateWord).join(language === "ar" ? "، " : ", ");
  const under = element("span", { class: "quiet" }, `${what} · ${counted("statement", edge.statements.length)}`);
  return element("button", { type: "button", class: "line-button", title: statusWord(edge.status), onclick: () => chooseEdge(edge.id) },
    statusIcon(edge.status), element("span", {}, label, under));
}

function list(title, items) {
  if (!items.length) return null;
  return element("section", { class: "list" }, element("h3", {}, title), element("ul", {}, ...items.map((item) => element("li", {}, item))));
}

function welcomeParts() {
  const heavy = (status) => edges.filter((edge) => edge.status === status && shown.byEdge.has(edge.id)).sort(bySize).slice(0, 4).map(lineButton);
  const busiest = edges.filter((edge) => shown.byEdge.has(edge.id) && !["contested", "denied"].includes(edge.status)).sort(bySize).slice(0, 4).map(lineButton);
  const steps = ["welcome1", "welcome2", "welcome3"].map((key) => element("li", {}, word(key)));
  return [
    element("header", { class: "panel-head" }, element("h2", {}, word("welcome"))),
    element("ul", { class: "welcome" }, ...steps),
    list(word("contestedNow"), heavy("contested")),
    list(word("deniedNow"), heavy("denied")),
    list(word("busiest"), busiest),
    list(word("strongest"), nodes.filter((node) => shown.nodes.has(node.id)).slice(0, 8).map((node) => entityButton(node))),
  ].filter(Boolean);
}

const bySize = (one, other) => other.statements.length - one.statements.length || one.id - other.id;

function pairParts(edge) {
  const bundle = edge.statements.map((number) => statements[number]);
  const others = edges.filter((other) => other.id !== edge.id && samePair(edge, other));
  return [
    panelHead(isolated(nameOf(nodes[edge.from])), arrow(), isolated(nameOf(nodes[edge.to]))),
    element("p", { class: `pair-status status-${edge.status}` }, statusIcon(edge.status), statusWord(edge.status)),
    element("p", { class: "quiet" }, tally(bundle)),
    element("div", { class: "pair-ends" }, entityButton(nodes[edge.from]), entityButton(nodes[edge.to])),
    markLegend(),
    ...byPredicate(bundle),
    others.length ? element("h3", { class: "others" }, word("otherStatements")) : null,
    ...others.map(otherBundle),
  ].filter(Boolean);
}

const samePair = (one, other) =>
  (one.from === other.from && one.to === other.to) || (one.from === other.to && one.to === other.from);

// "Affirmed by n (who), denied by m (who)".
function tally(bundle) {
  const told = [["affirmed", "affirmedBy"], ["negated", "deniedBy"]].map(([polarity, key]) => {
    const found = bundle.filter((statement) => statement.polarity === polarity);
    const who = [...new Set(found.map((statement) => isolate(claimerName(statement.claimer))))];
    return found.length ? `${word(key)} ${who.slice(0, 4).join(language === "ar" ? "، " : ", ")}${who.length > 4 ? " …" : ""}` : "";
  });
  return [counted("statement", bundle.length), ...told.filter(Boolean)].join(" · ");
}

function byPredicate(bundle) {
  return [...new Set(bundle.map((statement) => statement.predicate))].map((predicate) => {
    const found = bundle.filter((statement) => statement.predicate === predicate);
    return element("section", { class: "predicate" }, element("h3", {}, predicateWord(predicate)), sides(found));
  });
}

// Accusation and denial side by side, where there are both.
function sides(found) {
  const [yes, no] = ["affirmed", "negated"].map((polarity) => found.filter((statement) => statement.polarity === polarity));
  if (!yes.length || !no.length) return element("div", {}, ...found.map(claimCard));
  const side = (title, some) => element("div", { class: "side" }, element("h4", {}, title), ...some.map(claimCard));
  return element("div", { class: "sides" }, side(word("affirmedSide"), yes), side(word("deniedSide"), no));
}

function otherBundle(edge) {
  const words = element("span", { class: "line-words" }, isolated(nameOf(nodes[edge.from])), arrow(), isolated(nameOf(nodes[edge.to])),
    element("span", { class: "quiet" }, ` ${edge.predicates.map(predicateWord).join(language === "ar" ? "، " : ", ")} · ${counted("statement", edge.statements.length)}`));
  const cards = element("div", {});
  const folded = element("details", { class: "other" }, element("summary", {}, statusIcon(edge.status), words), cards);
  folded.addEventListener("toggle", () => {
    if (folded.open && !cards.hasChildNodes()) cards.append(...byPredicate(edge.statements.map((number) => statements[number])));
  });
  return folded;
}

function entityParts(node) {
  const { entity } = node;
  const about = edges.filter((edge) => edge.from === node.id || edge.to === node.id).sort(bySize);
  const said = [...new Set(statementsBy[node.id].map((statement) => statement.edge))].map((id) => edges[id]);
  const other = otherName(node);
  return [
    panelHead(typeIcon(node.group), isolated(nameOf(node))),
    element("p", { class: "quiet" }, typeWord(node.group), other && other !== nameOf(node) ? " · " : null, other && other !== nameOf(node) ? isolated(other) : null),
    element("p", { class: "quiet" }, word("appears", { mentions: counted("time", entity.mentions), documents: counted("article", entity.documents) })),
    aliases(node),
    links(entity),
    about.length ? entityActions(node) : element("p", {}, word("noStatements")),
    list(word("aboutIt"), about.map(lineButton)),
    list(word("saysIt"), said.map(lineButton)),
  ].filter(Boolean);
}

function entityActions(node) {
  const focused = state.focus === node.id;
  const hidden = new Set(state.hidden.entity).add(node.entity.id);
  return element("div", { class: "actions" },
    button(word(focused ? "wholeGraph" : "neighbours"), () => change({ focus: focused ? null : node.id, depth: 1, pathFrom: null, pathTo: null })),
    button(word("wayFrom"), () => startWay(node)),
    button(word("hideEntity"), () => change({ hidden: { ...state.hidden, entity: hidden }, node: null, focus: focused ? null : state.focus })));
}

function startWay(node) {
  change({ pathFrom: node.id, pathTo: null, focus: null, node: null });
  document.getElementById("search").focus();
  announce(word("wayAwaits", { one: nameOf(node) }));
}

function aliases(node) {
  const known = new Set(Object.values(node.entity.labels).map(fold));
  const found = node.entity.aliases.filter((alias) => !known.has(fold(alias))).slice(0, 8);
  if (!found.length) return null;
  const parts = found.flatMap((alias, place) => [place ? (language === "ar" ? "، " : ", ") : "", isolated(alias)]);
  return element("p", { class: "quiet" }, `${word("alsoKnown")}: `, ...parts);
}

function links(entity) {
  const found = entity.sameAs.filter(isLink).slice(0, 3);
  if (!found.length) return null;
  const anchors = found.map((address) => element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, linkName(address)));
  return element("p", { class: "links" }, ...anchors);
}

const linkName = (address) => (address.includes("wikidata.org/") ? `${word("onWikidata")} ${address.split("/").at(-1)}` : address);

/** 时限总览: what a supervisor sees first. Reads itself anew while it is shown. */
import { address, getJson } from '../kit/http.js';
import { element } from '../kit/elements.js';
import { ageingCard, trendCard } from './charts.js';
import { attentionCard } from './attention.js';
import { CaseTable } from './case-table.js';
import { button, failure, hint, offer, onChange, refill, select } from './dom.js';
import { legsCard, placesCard, tiles } from './overview.js';
import { clockTime, say, titleOf } from './words.js';

const EVERY_SECONDS = 30;
const WEEKS = 13;
const FILTERS = ['pool', 'kind', 'state', 'leg', 'text', 'sort'];

/** Shows the board in an element; the answer takes it away again. */
export function showBoard(host) {
  const board = new Board(host);
  board.begin();
  return () => board.end();
}

class Board {
  constructor(host) {
    this.host = host;
    this.filter = readAddress();
    this.pools = [];
    this.kinds = [];
    this.asked = 0;
    this.running = true;
    this.onVisible = () => !document.hidden && this.running && this.refresh();
  }

  begin() {
    this.build();
    document.addEventListener('visibilitychange', this.onVisible);
    this.timer = setInterval(() => this.running && !document.hidden && this.refresh(), EVERY_SECONDS * 1000);
    this.refresh();
  }

  end() {
    clearInterval(this.timer);
    document.removeEventListener('visibilitychange', this.onVisible);
    this.asked += 1;
    this.ageing.destroy();
    this.trend.destroy();
  }

  build() {
    this.pool = select(say('board.pool'), [], '', (pool) => this.change({ pool }));
    this.kind = select(say('board.kind'), [], '', (kind) => this.change({ kind }));
    this.asOf = element('span', { class: 'yc-as-of' }, say('board.loading'));
    this.toggle = button(say('board.pause'), () => this.toggleRunning(), { class: 'btn btn-link', 'data-key': 'toggle' });
    this.trouble = element('div', { class: 'yc-trouble', role: 'alert' });
    this.tiles = element('div', { class: 'yc-tiles', role: 'group', 'aria-label': say('board.tiles') });
    this.showTiles = onChange((overview, chosen) => refill(this.tiles, ...tiles(overview, chosen, (state) => this.change({ state }))));
    this.ageing = ageingCard();
    this.trend = trendCard(WEEKS);
    this.legs = legsCard((leg) => this.change({ leg }));
    this.places = placesCard((change) => this.change(change));
    this.attention = attentionCard((text) => this.change({ text, state: '', leg: '' }));
    this.table = new CaseTable(this.filter, (change) => this.change(change), (why) => this.refresh(why));
    this.content = element(
      'div',
      { class: 'yc-board-content' },
      this.tiles,
      element('div', { class: 'yc-cards' }, this.ageing.node, this.trend.node, element('div', { class: 'yc-stack' }, this.legs.node, this.attention.node)),
      this.places.node,
      this.table.node
    );
    this.content.hidden = true;
    this.nobody = hint(say('board.noPools'));
    this.nobody.hidden = true;
    const heading = element('h1', {}, say('board.title'));
    const links = element(
      'nav',
      { class: 'yc-links', 'aria-label': say('board.title') },
      element('a', { href: '#/finished-cases' }, say('nav.finished')),
      element('a', { href: address('/desk/calendar') }, say('board.calendar'))
    );
    const state = element('div', { class: 'yc-refreshing' }, this.asOf, this.toggle, button(say('board.now'), () => this.refresh(), { class: 'btn btn-link' }));
    const head = element('div', { class: 'yc-head' }, heading, this.pool.node, this.kind.node, links, state);
    this.host.replaceChildren(element('div', { class: 'yc yc-board' }, head, this.trouble, this.nobody, this.content));
  }

  /** Another filter: the list begins anew, and the address keeps it. */
  change(change) {
    Object.assign(this.filter, change);
    this.table.pages.begin();
    writeAddress(this.filter);
    this.table.showFilter(this.filter);
    this.refresh(true);
  }

  toggleRunning() {
    this.running = !this.running;
    this.toggle.textContent = say(this.running ? 'board.pause' : 'board.go');
    this.tellTime();
    if (this.running) {
      this.refresh();
    }
  }

  /** Reads everything anew; the last question asked is the one whose answer is shown. */
  async refresh(byPerson = false) {
    this.asked += 1;
    const turn = this.asked;
    const scope = query({ pool: this.filter.pool, kind: this.filter.kind });
    const attention = ['extension-requests', 'notices'].map((each) => getJson(`/api/sla/${each}`).catch((problem) => problem));
    try {
      const [overview, trend, cases] = await Promise.all([
        getJson(`/api/sla/overview?${scope}`),
        getJson(`/api/sla/trend?${scope}&weeks=${WEEKS}`),
        this.table.read()
      ]);
      if (turn === this.asked) {
        this.show(overview, trend, cases, byPerson);
        this.attention.show(...(await Promise.all(attention)));
      }
    } catch (problem) {
      if (turn === this.asked) {
        this.tellFailure(problem);
      }
    }
  }

  show(overview, trend, cases, byPerson) {
    this.at = new Date();
    this.pools = merged(this.pools, overview.pools.map(({ pool, name }) => [pool, name]));
    this.kinds = merged(this.kinds, overview.kinds.map(({ kind, title }) => [kind, titleOf('kind', kind, title)]));
    offer(this.pool.box, [['', say('board.allPools')], ...this.pools], this.filter.pool);
    offer(this.kind.box, [['', say('board.allKinds')], ...this.kinds], this.filter.kind);
    this.tellTime();
    refill(this.trouble);
    this.nobody.hidden = overview.pools.length > 0;
    this.content.hidden = !overview.pools.length;
    this.showTiles({ ...overview, asOf: null }, this.filter.state);
    this.ageing.show(overview.ageing);
    this.legs.show(overview.legs, this.filter.leg);
    this.places.show({ ...overview, asOf: null }, this.filter);
    this.trend.show(trend.weeks);
    this.table.show(cases, byPerson);
  }

  tellTime() {
    const state = this.running ? say('board.every', { n: EVERY_SECONDS }) : say('board.paused');
    this.asOf.textContent = this.at ? `${say('board.asOf', { time: clockTime(this.at) })} · ${state}` : state;
  }

  tellFailure(problem) {
    if (problem.status === 400) {
      this.table.tellWrong(problem);
      return;
    }
    const why = problem.violations?.[0]?.message || problem.message;
    const stale = this.at ? say('board.stale', { time: clockTime(this.at) }) : '';
    refill(this.trouble, failure({ message: `${say('board.failed', { why })} ${stale}` }, () => this.refresh()));
  }
}

/** What was offered before stays on offer when a filter leaves less to see. */
function merged(before, now) {
  return [...new Map([...before, ...now])].sort(([one], [other]) => one.localeCompare(other));
}

function query(values) {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value));
}

/** The filters stand behind Cockpit's own address, so that a view can be kept and passed on. */
function readAddress() {
  const given = new URLSearchParams(location.hash.split('?')[1] || '');
  return Object.fromEntries(FILTERS.map((name) => [name, given.get(name) || '']));
}

function writeAddress(filter) {
  const given = query(filter).toString();
  // Not through history: Cockpit's router has to hear of it, or the next link would lead nowhere.
  location.replace(`${location.href.split('?')[0]}${given ? `?${given}` : ''}`);
}

/** The counts of the board: tiles by state, whose leg it is, and the open cases by region and kind. */
import { element } from '../kit/elements.js';
import { button, card, hint, onChange, refill, table } from './dom.js';
import { OPEN_STATES, sign } from './marks.js';
import { count, say, titleOf } from './words.js';

/** A tile for each open state, pressed if the list shows that state alone; then what else wants attention. */
export function tiles(overview, pressed, choose) {
  const byState = OPEN_STATES.map((state) => {
    const cases = sum(overview.states.filter((each) => each.state === state));
    const chosen = pressed === state;
    const tile = button(element('span', { class: 'yc-tile-name' }, sign(state), titleOf('state', state)), () => choose(chosen ? '' : state), {
      class: `yc-tile yc-${state.toLowerCase()} ${cases ? '' : 'yc-empty'}`,
      'aria-pressed': String(chosen),
      'data-key': `tile-${state}`
    });
    tile.append(element('strong', {}, count(cases)));
    return tile;
  });
  return [...byState, figure('board.requests', overview.pendingExtensions), figure('board.provisional', overview.provisional)];
}

/** Whose leg it is; a leg is a button that filters the list. */
export function legsCard(choose) {
  const room = element('div', {});
  return {
    node: card(say('legs.title'), { class: 'yc-legs' }, room),
    show: onChange((legs, chosen) => {
      const rows = legs.map(({ leg, title, cases, late }) => [
        chooser(titleOf('leg', leg, title), chosen === leg, () => choose(chosen === leg ? '' : leg), `leg-${leg}`),
        count(cases),
        late ? element('strong', { class: 'yc-late' }, count(late)) : '0'
      ]);
      const columns = [say('legs.leg'), say('legs.cases'), say('legs.late')];
      refill(room, rows.length ? table(say('legs.title'), columns, rows, { class: 'yc-figures' }) : hint(say('legs.none')));
    })
  };
}

/** Open cases by region and kind in each state; a row filters the board. */
export function placesCard(choose) {
  const room = element('div', { class: 'yc-scroll', tabindex: '0', role: 'group', 'aria-label': say('places.title') });
  return {
    node: element('details', { class: 'yc-card yc-places' }, element('summary', {}, say('places.title')), room),
    show: onChange(({ states, pools, kinds }, filter) => {
      const rows = pools.flatMap(({ pool, name }) =>
        kinds.flatMap(({ kind, title }) => {
          const here = states.filter((each) => each.pool === pool && each.kind === kind);
          return here.length ? [placeRow({ pool, name, kind, title, here }, filter, choose)] : [];
        })
      );
      const columns = [`${say('board.pool')} · ${say('board.kind')}`, ...OPEN_STATES.map((state) => titleOf('state', state)), say('places.all')];
      refill(room, rows.length ? table(say('places.title'), columns, rows, { class: 'yc-figures' }) : hint(say('list.none')));
    })
  };
}

function placeRow({ pool, name, kind, title, here }, filter, choose) {
  const chosen = filter.pool === pool && filter.kind === kind;
  const change = chosen ? { pool: '', kind: '' } : { pool, kind };
  return [
    chooser(`${name} · ${titleOf('kind', kind, title)}`, chosen, () => choose(change), `place-${pool}-${kind}`),
    ...OPEN_STATES.map((state) => {
      const cases = sum(here.filter((each) => each.state === state));
      return cases && state === 'OVERDUE' ? element('strong', { class: 'yc-late' }, count(cases)) : count(cases);
    }),
    count(sum(here))
  ];
}

function chooser(label, chosen, work, key) {
  return button(label, work, { class: 'btn btn-link yc-chooser', 'aria-pressed': String(chosen), 'data-key': key });
}

function figure(key, number) {
  return element('p', { class: `yc-tile yc-figure ${number ? '' : 'yc-empty'}` }, element('span', { class: 'yc-tile-name' }, say(key)), element('strong', {}, count(number)));
}

function sum(counts) {
  return counts.reduce((total, { cases }) => total + cases, 0);
}

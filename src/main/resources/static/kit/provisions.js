/** Provisions as people read them: the document and the place in it, what it says, and the id by which tables cite it. */
import { element } from './elements.js';
import { getJson } from './http.js';
import { LookUp, lookUpNodes } from './look-up.js';

/** An agency decides by itself where no document speaks. */
export const AGENCY = 'AGENCY';

/** Provisions one below the other. */
export function provisionList(cited) {
  return element('ul', { class: 'yb-provisions' }, ...cited.map(provision));
}

/** How a provision is called: 鲁医保发〔2021〕54号《…》（九）. */
export function provisionName({ id, document, place }) {
  if (id === AGENCY) {
    return '文件没有规定，由本机构决定';
  }
  return document ? `${document}${place}` : id;
}

function provision(cited) {
  return element(
    'li',
    {},
    element('strong', {}, provisionName(cited)),
    cited.secondary ? '（只从二手资料得知）' : null,
    cited.document ? element('span', { class: 'yb-code' }, ` ${cited.id}`) : null,
    cited.statement ? element('p', {}, cited.statement) : null
  );
}

/**
 * Choosing provisions: a look-up by document, place or words, and below it what was chosen. The value is their ids joined
 * with ;. offer() gives the provisions there are; that the agency decides by itself can always be chosen.
 */
export function provisionsControl({ id, host, required, describedBy }) {
  const nodes = lookUpNodes({
    id,
    required,
    describedBy,
    placeholder: '输入文号、条号或条文里的字，从列表中选择',
    listLabel: `${host.dataset.label}：可选条款`
  });
  const chosen = element('ul', { class: 'yb-chosen', 'aria-label': `${host.dataset.label}：已选` });
  const lookUp = new ProvisionLookUp(nodes, chosen);
  return {
    choosing: true,
    node: element('div', { class: 'yb-combobox' }, nodes.input, nodes.list, chosen),
    inputs: () => [nodes.input],
    get: () => lookUp.ids().join(';'),
    set: (value) => lookUp.set(value ? value.split(';') : []),
    wrong: () => lookUp.wrong(),
    settle: () => lookUp.close(),
    offer: (provisions) => lookUp.offer(provisions)
  };
}

/** Offers a form's field of provisions those that bind a pool. */
export async function offerProvisions(form, name, pool) {
  form.field(name).offer(await getJson(`/api/provisions?pool=${encodeURIComponent(pool)}`));
}

class ProvisionLookUp extends LookUp {
  constructor(nodes, room) {
    super(nodes, '没有匹配的条款');
    Object.assign(this, { room, all: [], chosen: [] });
    this.offer([]);
    nodes.input.addEventListener('focus', () => this.onType());
  }

  offer(provisions) {
    this.all = [{ id: AGENCY }, ...provisions];
  }

  ids() {
    return this.chosen.map((each) => each.id);
  }

  set(ids) {
    this.chosen = this.all.filter((each) => ids.includes(each.id));
    this.drawChosen();
  }

  /** All words typed stand in it. */
  onType() {
    const words = this.input.value.trim().toLowerCase().split(/\s+/);
    const text = (each) => `${provisionName(each)} ${each.id} ${each.statement || ''}`.toLowerCase();
    this.show(this.all.filter((each) => !this.chosen.includes(each) && words.every((word) => text(each).includes(word))));
  }

  look(provision) {
    return [element('span', {}, provisionName(provision), provision.statement ? element('small', {}, provision.statement) : null)];
  }

  choose(provision) {
    this.chosen.push(provision);
    this.input.value = '';
    this.close();
    this.drawChosen();
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  drop(provision) {
    this.chosen = this.chosen.filter((each) => each !== provision);
    this.drawChosen();
    this.input.focus();
    this.close();
  }

  drawChosen() {
    this.room.replaceChildren(
      ...this.chosen.map((each) => {
        const drop = element('button', { type: 'button', class: 'btn btn-default btn-xs', 'aria-label': `移去：${provisionName(each)}` }, '移去');
        drop.addEventListener('click', () => this.drop(each));
        return element('li', {}, element('span', {}, ...this.look(each)), drop);
      })
    );
  }

  wrong() {
    return this.input.value.trim() ? '请从列表中选择条款' : null;
  }
}

/**
 * Look-up of an administrative region by name or six-digit code: a text input with a list of what matches (ARIA combobox).
 * The value is the code. data-pools offers pools (a county finds its pool), data-served only those served here.
 */
import { element } from './elements.js';
import { getJson } from './http.js';
import { LookUp, lookUpNodes } from './look-up.js';

const PAUSE_MS = 200;

export function regionControl({ id, host, required, describedBy }) {
  const nodes = lookUpNodes({
    id,
    required,
    describedBy,
    placeholder: host.dataset.placeholder || '输入地名或六位代码，从列表中选择',
    listLabel: `${host.dataset.label}：可选地区`
  });
  const lookUp = new RegionLookUp(nodes, host.dataset);
  return {
    node: element('div', { class: 'yb-combobox' }, nodes.input, nodes.list),
    inputs: () => [nodes.input],
    get: () => lookUp.code,
    set: (value) => lookUp.set(value),
    wrong: () => lookUp.wrong(),
    settle: () => lookUp.settle()
  };
}

class RegionLookUp extends LookUp {
  constructor(nodes, { pools, served }) {
    super(nodes, '没有匹配的地区');
    this.poolsOnly = pools !== undefined || served !== undefined;
    this.servedOnly = served !== undefined;
    Object.assign(this, { code: '', asked: 0, failure: null });
  }

  wrong() {
    if (this.code || this.input.value.trim() === '') {
      return null;
    }
    return this.failure || '请从列表中选择地区，或填写存在的六位行政区划代码';
  }

  async set(code) {
    this.code = '';
    this.input.value = code;
    if (code) {
      await this.ask(code);
      this.chooseExact();
    }
  }

  onType() {
    this.code = '';
    clearTimeout(this.timer);
    const text = this.input.value.trim();
    if (text === '') {
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.ask(text), PAUSE_MS);
  }

  async ask(text) {
    this.asked += 1;
    const turn = this.asked;
    try {
      const found = await getJson(`/api/regions?poolsOnly=${this.poolsOnly}&query=${encodeURIComponent(text)}`);
      if (turn === this.asked) {
        this.failure = null;
        this.show(this.servedOnly ? found.filter((region) => region.served) : found);
      }
    } catch (problem) {
      this.failure = problem.message;
      this.show([]);
    }
  }

  look(region) {
    return [region.fullName, element('span', { class: 'yb-code' }, region.code)];
  }

  choose(region) {
    this.code = region.code;
    this.input.value = `${region.fullName}（${region.code}）`;
    this.close();
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The region of just that code or name, or the only one found, counts as chosen. */
  chooseExact() {
    const text = this.input.value.trim();
    const same = this.found.filter((region) => [region.code, region.name, region.fullName].includes(text));
    const only = same.length ? same : this.found;
    if (only.length === 1) {
      this.choose(only[0]);
    }
  }

  /** When the person leaves the field: takes what was typed if it names one region. */
  async settle() {
    clearTimeout(this.timer);
    if (!this.code && this.input.value.trim() !== '') {
      await this.ask(this.input.value.trim());
      this.chooseExact();
    }
    this.close();
  }
}

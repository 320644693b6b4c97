/** A text input with a list of what matches it below (ARIA combobox): typed, gone through with the arrow keys, chosen with Enter. */
import { element } from './elements.js';

/** The input and its list, as they stand in a field. */
export function lookUpNodes({ id, required, describedBy, placeholder, listLabel }) {
  const listId = `${id}-list`;
  const input = element('input', {
    id,
    type: 'text',
    class: 'form-control',
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-required': required ? 'true' : null,
    'aria-describedby': describedBy,
    placeholder
  });
  const list = element('ul', { id: listId, class: 'yb-list', role: 'listbox', 'aria-label': listLabel, hidden: true });
  return { input, list };
}

/** What a look-up of something has in common with others: subclasses say what is found, how it looks, and what is done with it. */
export class LookUp {
  /** @param {string} none what stands in the list if nothing matches */
  constructor({ input, list }, none) {
    Object.assign(this, { input, list, none, found: [], at: -1 });
    input.addEventListener('input', () => this.onType());
    input.addEventListener('keydown', (event) => this.onKey(event));
  }

  /** Offers what was found; a subclass says in look(item) what stands in the list for it. */
  show(found) {
    this.found = found;
    this.at = -1;
    const options = found.map((item, place) => {
      const option = element('li', { id: `${this.list.id}-${place}`, role: 'option', 'aria-selected': 'false' }, ...this.look(item));
      option.addEventListener('mousedown', (event) => {
        event.preventDefault();
        this.choose(item);
      });
      return option;
    });
    this.list.replaceChildren(...(options.length ? options : [element('li', { class: 'yb-none' }, this.none)]));
    const open = document.activeElement === this.input;
    this.list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
  }

  onKey(event) {
    if (event.key === 'Escape' && !this.list.hidden) {
      event.stopPropagation();
      event.preventDefault();
      this.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && this.found.length) {
      event.preventDefault();
      this.mark((this.at + (event.key === 'ArrowDown' ? 1 : -1) + this.found.length) % this.found.length);
    } else if (event.key === 'Enter' && this.at >= 0 && !this.list.hidden) {
      event.preventDefault();
      this.choose(this.found[this.at]);
    }
  }

  mark(place) {
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.at = place;
    [...this.list.children].forEach((option, each) => option.setAttribute('aria-selected', String(each === place)));
    this.input.setAttribute('aria-activedescendant', `${this.list.id}-${place}`);
    this.list.children[place].scrollIntoView({ block: 'nearest' });
  }

  close() {
    this.list.hidden = true;
    this.at = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}

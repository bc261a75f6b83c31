/**
 * What a widget talks to, as in anywidget: get, set, on, off, save_changes. `constants` never change;
 * a field is `{get, set}` over the store, and a listener hears of its change wherever it came from.
 */
export function createModel(store, constants, fields) {
  const model = { constants, fields, unsaved: new Map(), listeners: [] };
  store.subscribe(() => tell(model));
  return {
    get: (name) => valueOf(model, name),
    set(name, value) {
      model.unsaved.set(name, value);
      tell(model);
    },
    save_changes: () => saveChanges(model),
    on: (event, listener) => model.listeners.push(listenerTo(model, event, listener)),
    off(event, listener) {
      model.listeners = model.listeners.filter((one) => one.event !== event || one.listener !== listener);
    },
  };
}

function valueOf({ constants, fields, unsaved }, name) {
  if (unsaved.has(name)) return unsaved.get(name);
  return Object.hasOwn(fields, name) ? fields[name].get() : constants[name];
}

function listenerTo(model, event, listener) {
  const name = event.replace("change:", "");
  return { event, name, listener, told: JSON.stringify(valueOf(model, name)) };
}

function tell(model) {
  for (const one of [...model.listeners]) {
    const value = JSON.stringify(valueOf(model, one.name));
    if (value === one.told) continue;
    one.told = value;
    one.listener();
  }
}

function saveChanges({ fields, unsaved }) {
  const changes = [...unsaved];
  unsaved.clear();
  for (const [name, value] of changes) fields[name].set(value);
}

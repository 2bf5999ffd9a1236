/** `PropertiesService`: texts kept by script, document and user. */
import { fieldsOf, textOf } from '../arguments.ts';
import { ServiceError } from '../errors.ts';
import { serviceObject } from '../execution.ts';
import type { Execution } from '../execution.ts';

const LARGEST_VALUE = 9 * 1024;

/** The three stores of properties. */
export function propertiesService(execution: Execution): object {
  const { store, options } = execution.shared;
  const propertiesOf = (kind: string) => {
    const all = (): Record<string, string> => (store.properties[kind] ??= {});
    const set = (key: string, value: string): void => {
      if (Buffer.byteLength(value) > LARGEST_VALUE) throw new ServiceError('Argument too large: value');
      all()[key] = value;
    };
    const properties: object = serviceObject(execution, 'Properties', {
      methods: {
        getProperty: (key) => all()[textOf(key)] ?? null,
        getProperties: () => ({ ...all() }),
        getKeys: () => Object.keys(all()),
        setProperty: (key, value) => {
          set(textOf(key), textOf(value));
          return properties;
        },
        setProperties: (values, deleteOthers) => {
          if (deleteOthers === true) store.properties[kind] = {};
          for (const [key, value] of Object.entries(fieldsOf(values))) set(key, textOf(value));
          return properties;
        },
        deleteProperty: (key) => {
          Reflect.deleteProperty(all(), textOf(key));
          return properties;
        },
        deleteAllProperties: () => {
          store.properties[kind] = {};
          return properties;
        },
      },
    });
    return properties;
  };
  return serviceObject(execution, 'PropertiesService', {
    methods: {
      getScriptProperties: () => propertiesOf('script'),
      getDocumentProperties: () => propertiesOf('document'),
      getUserProperties: () => propertiesOf(`user:${options.user}`),
    },
  });
}

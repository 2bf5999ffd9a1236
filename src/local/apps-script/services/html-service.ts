/** `HtmlService`: pages as texts; templates are refused, Régie never uses them. */
import { numberOf, textOf, textOr } from '../arguments.ts';
import { ServiceError } from '../errors.ts';
import { serviceObject } from '../execution.ts';
import type { Execution, Method } from '../execution.ts';

/** What an `HtmlOutput` holds. */
export interface Page {
  content: string;
  title: string | null;
  width: number | null;
  height: number | null;
}

/** The page behind an argument, or null when it is no `HtmlOutput`. */
export function pageOf(execution: Execution, value: unknown): Page | null {
  const inside = typeof value === 'object' && value !== null ? execution.insides.get(value) : undefined;
  return typeof inside === 'object' && inside !== null && 'content' in inside ? (inside as Page) : null; // Made below.
}

/** The HTML files of the bundle, and pages made of texts. */
export function htmlService(execution: Execution): object {
  const { html } = execution.shared.options.bundle;
  const file = (name: string): string => {
    const content = html[name.replace(/\.html$/u, '')];
    if (content === undefined) throw new ServiceError(`No HTML file named ${name} was found.`);
    return content;
  };
  const refuseTemplate: Method = () => {
    throw new ServiceError('HtmlService templates are not emulated by the local workspace', { name: 'NotEmulated' });
  };
  return serviceObject(execution, 'HtmlService', {
    methods: {
      createHtmlOutput: (content) => htmlOutput(execution, textOr(content, '')),
      createHtmlOutputFromFile: (name) => htmlOutput(execution, file(textOf(name))),
      createTemplate: refuseTemplate,
      createTemplateFromFile: refuseTemplate,
    },
    constants: {
      SandboxMode: serviceObject(execution, 'SandboxMode', { constants: { IFRAME: 'IFRAME' } }),
    },
  });
}

function htmlOutput(execution: Execution, content: string): object {
  const page: Page = { content, title: null, width: null, height: null };
  const then = (change: (value: unknown) => void): Method => {
    return (value) => {
      change(value);
      return output;
    };
  };
  const output: object = serviceObject(execution, 'HtmlOutput', {
    inside: page,
    methods: {
      getContent: () => page.content,
      setContent: then((value) => (page.content = textOf(value))),
      append: then((value) => (page.content += textOf(value))),
      appendUntrusted: then((value) => (page.content += escapeHtml(textOf(value)))),
      getTitle: () => page.title,
      setTitle: then((value) => (page.title = textOf(value))),
      getWidth: () => page.width,
      setWidth: then((value) => (page.width = numberOf(value))),
      getHeight: () => page.height,
      setHeight: then((value) => (page.height = numberOf(value))),
      setSandboxMode: then(() => undefined),
    },
  });
  return output;
}

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/gu, (character) => names[character] ?? '');
}

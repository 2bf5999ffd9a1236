import { createFrames, withScript } from '../../../src/local/server/frames.ts';

describe('withScript()', () => {
  test('puts the script before those of the page', () => {
    const page =
      '<!DOCTYPE html><html lang="fr"><head><title>T</title><script>own()</script></head><body></body></html>';
    expect(withScript(page, 'shim()')).toBe(
      '<!doctype html><html lang="fr"><head><script>shim()</script><title>T</title><script>own()</script></head><body></body></html>',
    );
  });

  test('does with a page that has no head, and does not take a header for one', () => {
    expect(withScript('<p>Bonjour</p>', 'shim()')).toBe('<!doctype html><script>shim()</script><p>Bonjour</p>');
    expect(withScript('<header>Bonjour</header>', 'shim()')).toBe(
      '<!doctype html><script>shim()</script><header>Bonjour</header>',
    );
  });

  test('lets the script hold a closing tag', () => {
    expect(withScript('', 'a = "</script>"')).toBe('<!doctype html><script>a = "<\\/script>"</script>');
  });
});

describe('createFrames()', () => {
  test('gives a page back at its address only', async () => {
    const frames = createFrames(() => Promise.resolve('shim()'));
    const address = frames.keep('<p>Bonjour</p>');
    expect(await frames.at(address)).toContain('Bonjour');
    expect(await frames.at('/frame/1')).toBeNull();
  });

  test('forgets the oldest pages', async () => {
    const frames = createFrames(() => Promise.resolve(''));
    const first = frames.keep('<p>un</p>');
    for (let count = 0; count < 20; count += 1) frames.keep('<p>suite</p>');
    expect(await frames.at(first)).toBeNull();
  });
});

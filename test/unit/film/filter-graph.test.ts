import { describe, expect, it } from 'vitest';
import { filter, formatGraph, safePath } from '../../../src/engine/film/filter-graph.ts';

const chain = (value: string | number) => [{ from: ['0:v'], filters: [filter('ass', { filename: value })], to: ['v'] }];

describe('a filter graph', () => {
  it('is written one chain a line', () => {
    const graph = formatGraph([...chain('/a/b.ass'), { from: ['v'], filters: [filter('null')], to: ['out'] }]);
    expect(graph).toBe('[0:v]ass=filename=/a/b.ass[v];\n[v]null[out]');
  });

  it.each(["it's", 'a,b', 'a;b', 'a:b', '[x]', 'a\\b', 'सुनीता', 'a b', ''])('takes no "%s" as a value', (text) => {
    expect(() => formatGraph(chain(text))).toThrow(/not a safe filter value/);
  });

  it.each(['captions.ass', '/work/राम.ass', '/work/a b.ass', "/work/o'clock.ass"])('takes no path "%s"', (path) => {
    expect(() => safePath(path)).toThrow(/not a safe path/);
  });
});

import type { Chart, LegendItem, Plugin } from 'chart.js';

type Labels = { generateLabels?: (chart: Chart) => LegendItem[]; whole?: true };

/** Makes the legend of pies say whole names with their shares, which Google's charts write on the slices; once. */
export function installPieLegend(): void {
  const plugin: Plugin = {
    id: 'regiePieLegend',
    beforeUpdate: ({ config }) => {
      if (!('type' in config) || config.type !== 'pie') return;
      const labels = config.options?.plugins?.legend?.labels as Labels | undefined; // Its type has no place for our mark.
      if (labels?.generateLabels === undefined || labels.whole === true) return;
      const generate = labels.generateLabels;
      Object.assign(labels, { whole: true, generateLabels: (of: Chart) => wholeItems(of, generate(of)) });
    },
  };
  o_spreadsheet.registries.chartJsExtensionRegistry.add(plugin.id, {
    register: (chart) => chart.register(plugin),
    unregister: (chart) => chart.unregister(plugin),
  });
}

function wholeItems({ data }: Chart, items: LegendItem[]): LegendItem[] {
  const values = (data.datasets[0]?.data ?? []).map(Number);
  const total = values.reduce((sum, value) => sum + value, 0);
  return items.map((item, index) => {
    const share = total > 0 ? (values[index] ?? 0) / total : 0;
    const percent = share.toLocaleString('fr-FR', { style: 'percent', maximumFractionDigits: 1 });
    const name = data.labels?.[index];
    return { ...item, text: `${typeof name === 'string' ? name : item.text} – ${percent}` };
  });
}

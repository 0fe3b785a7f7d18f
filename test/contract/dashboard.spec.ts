import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../harness/child.ts';
import { Endwatch } from '../harness/system.ts';

const FOLDER = join(ROOT, 'docker/observability');
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

interface Dashboard {
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { expr: string }[];
  }[];
}
interface Rules {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly alert: string;
      readonly expr: string;
      readonly for: string;
      readonly annotations: { readonly summary: string; readonly runbook: string };
    }[];
  }[];
}

const METRIC = /\b(?:endwatch|nodejs|process)_[a-z0-9_]+\b/g;

/** Names as `# TYPE` has them, with the series of histograms. */
function exposed(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, name = '', type] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
    names.add(name);
    if (type === 'histogram')
      for (const end of ['bucket', 'sum', 'count']) names.add(`${name}_${end}`);
  }
  return names;
}

/** What watches the product names only what the product has, and the guide explains all of it. */
describe('dashboard, alert rules and guide', () => {
  let endwatch: Endwatch;
  let names: Set<string>;
  const guide = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
  const dashboard = JSON.parse(read('endwatch-dashboard.json')) as Dashboard;
  const rules = (parse(read('endwatch-alerts.yml')) as Rules).groups.flatMap(
    (group) => group.rules,
  );

  beforeAll(async () => {
    endwatch = await new Endwatch({}).ready();
    names = exposed(await (await fetch(`${endwatch.address}/metrics`)).text());
  });
  afterAll(() => endwatch.stop());

  it('the dashboard asks for metrics that are there', () => {
    const asked = dashboard.panels.flatMap(({ targets }) =>
      targets.flatMap(({ expr }) => expr.match(METRIC) ?? []),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
  });

  it('every rule asks for metrics that are there, and has a runbook', () => {
    expect(rules.length).toBeGreaterThan(10);
    for (const { alert, expr, annotations } of rules) {
      const asked = expr.match(METRIC) ?? [];
      expect([alert, asked.length > 0, asked.filter((name) => !names.has(name))]).toEqual([
        alert,
        true,
        [],
      ]);
      const [file, anchor] = annotations.runbook.split('#');
      expect(file).toBe('docs/operations.md');
      const anchors = [...guide.matchAll(/^### (.+)$/gm)].map(([, title = '']) =>
        title.toLowerCase().replaceAll(' ', '-'),
      );
      expect(anchors).toContain(anchor);
    }
  });

  it('the dashboard shows and the guide explains every metric of ours', () => {
    const ours = [...names].filter(
      (name) => /^endwatch_/.test(name) && !/_(bucket|sum|count)$/.test(name),
    );
    expect(ours.length).toBeGreaterThan(20);
    const shown = JSON.stringify(dashboard);
    expect(ours.filter((name) => !guide.includes(name))).toEqual([]);
    expect(ours.filter((name) => !shown.includes(name))).toEqual([]);
  });

  it('Prometheus is told of the rules, and where Endwatch is', () => {
    const settings = parse(read('prometheus.yml')) as {
      rule_files: string[];
      scrape_configs: { metrics_path: string }[];
    };
    expect(settings.rule_files).toEqual(['endwatch-alerts.yml']);
    expect(settings.scrape_configs[0]?.metrics_path).toBe('/metrics');
  });
});

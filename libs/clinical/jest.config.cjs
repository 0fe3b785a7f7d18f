module.exports = {
  ...require('../../jest.swc.cjs'),
  rootDir: __dirname,
  displayName: 'clinical',
};

# docker build -f docker/backend.Dockerfile -t endwatch-backend .
FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY libs/clinical/package.json libs/clinical/
COPY libs/contracts/package.json libs/contracts/
COPY libs/simulation/package.json libs/simulation/
COPY libs/statistics/package.json libs/statistics/
COPY ml/model/package.json ml/model/

FROM manifests AS packages
RUN npm ci --omit=dev

FROM manifests AS build
RUN npm ci
COPY . .
RUN npm run build

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/package.json ./
COPY --from=build /app/libs/clinical/package.json libs/clinical/
COPY --from=build /app/libs/clinical/dist libs/clinical/dist
COPY --from=build /app/libs/contracts/package.json libs/contracts/
COPY --from=build /app/libs/contracts/dist libs/contracts/dist
COPY --from=build /app/libs/statistics/package.json libs/statistics/
COPY --from=build /app/libs/statistics/dist libs/statistics/dist
COPY --from=build /app/ml/model/package.json ml/model/
COPY --from=build /app/ml/model/dist ml/model/dist
COPY --from=build /app/ml/artefacts ml/artefacts
COPY --from=build /app/backend/dist backend/dist
COPY --from=build /app/frontend/dist frontend/dist
# `node` of the base image, by number: Kubernetes proves by it that this is not root.
USER 1000:1000
EXPOSE 3000
# The first start may have the schema to make; --start-period does not count against it.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: it does not pass SIGTERM on. A batch of records lives shorter than a collection of a larger young generation (MB for each half).
CMD ["node", "--disable-warning=TimeoutNegativeWarning", "--max-semi-space-size=64", "backend/dist/main.js"]

#!/bin/sh
# Creates the topics of Endwatch on KAFKA_BROKERS (and ENDWATCH_PARTITIONS, ENDWATCH_TOPIC_PREFIX, KAFKA_SSL, KAFKA_SASL) and checks them.
set -eu
cd "$(dirname "$0")/../.."
npm run --silent topics -- create
npm run --silent topics -- check

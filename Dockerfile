# One pattern for every program: docker build --build-arg PROGRAM=ingest-service -t tillstream/ingest-service .
# Programs are ingest-service, stream-consumers, query-service, batch-loader, producer, local-cloud and bootstrap.
# Works with BuildKit and with the builder before it, so it has no cache mounts: what Maven fetches is a layer.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUNTIME_IMAGE=eclipse-temurin:25-jre

# Only the poms pass to the next stage, whose first layer is made anew when one of them changes, and only then.
FROM ${BUILD_IMAGE} AS poms
WORKDIR /src
COPY . .
RUN mkdir /poms && find . -name pom.xml -exec cp --parents {} /poms ';'

FROM ${BUILD_IMAGE} AS programs
WORKDIR /src
COPY --from=poms /poms .
# A build of nothing fetches what a build of something needs. What it cannot do without sources does not matter.
RUN mvn -B -ntp -q -DskipTests -Dspring-boot.repackage.skip=true package \
      -pl ingest-service,stream-consumers,query-service,batch-loader,producer,:local-cloud,:bootstrap,:health-probe -am \
    || echo "Some of it is left for the build itself."
COPY . .
RUN mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true package \
      -pl ingest-service,stream-consumers,query-service,batch-loader,producer,:local-cloud,:bootstrap,:health-probe -am
# Each program beside its libraries, those of others apart from its own, which change more often. The embedded cloud's
# PostgreSQL stays out: in containers the warehouse has one of its own. One time for all files, as in the jars.
RUN set -eu; \
    for program in ingest-service stream-consumers query-service batch-loader; do \
      java -Djarmode=tools -jar $program/target/*-exec.jar extract --layers --destination /programs/$program; \
      mv /programs/$program/application/*-exec.jar /programs/$program/application/program.jar; \
    done; \
    for program in producer local-cloud bootstrap; do \
      mkdir -p /programs/$program/dependencies/lib /programs/$program/application/lib; \
      target=$program/target; \
      if [ -d local/$program/target ]; then target=local/$program/target; fi; \
      if [ -d $target/program ]; then target=$target/program; fi; \
      cp $target/$program-*.jar /programs/$program/application/program.jar; \
      cp $target/lib/*.jar /programs/$program/dependencies/lib; \
      find /programs/$program/dependencies -name '*-SNAPSHOT.jar' -exec mv {} /programs/$program/application/lib ';'; \
    done; \
    rm -f /programs/*/dependencies/lib/embedded-postgres*.jar; \
    cp libraries/health-probe/target/health-probe-*.jar /programs/health-probe.jar; \
    find /programs -exec touch -d 2026-01-01T00:00:00Z {} +

FROM ${RUNTIME_IMAGE}
ARG PROGRAM
ARG REVISION=unknown
COPY --from=programs /programs/health-probe.jar /app/
COPY --from=programs /programs/${PROGRAM}/dependencies/ /app/
COPY --from=programs /programs/${PROGRAM}/application/ /app/
# What a start loads, loaded and linked at build time: a run ends by itself where it would need a cloud. A JVM that finds
# another JVM's cache, or other options than it was made with, starts without. And where the program tells of its health.
RUN set -eu; \
    case ${PROGRAM} in \
      ingest-service) port=8081; set -- ;; \
      query-service) port=8082; set -- ;; \
      stream-consumers) port=8083; set -- ;; \
      batch-loader) port=8084; set -- warehouse --every 1s ;; \
      producer) port=; set -- generate --rows 2000 --out /tmp/rows.csv ;; \
      local-cloud) port=4566; set -- --check ;; \
      bootstrap) port=; set -- --endpoint http://127.0.0.1:1 --wait 0 ;; \
      *) echo "There is no program '${PROGRAM}'" >&2; exit 1 ;; \
    esac; \
    case $port in \
      '') ;; \
      4566) echo http://127.0.0.1:4566/_local/health >/app/health-url ;; \
      *) echo "http://127.0.0.1:$port/actuator/health/readiness" >/app/health-url ;; \
    esac; \
    echo '-XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData' \
      '--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow' >/app/java-options; \
    TILLSTREAM_ACCESS_MODE=open TILLSTREAM_WAREHOUSE_PASSWORD=none \
    AWS_REGION=eu-west-1 AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none AWS_ENDPOINT_URL=http://127.0.0.1:1 \
      java @/app/java-options -XX:AOTCacheOutput=/app/program.aot -Dspring.context.exit=onRefresh -jar /app/program.jar "$@" \
      >/dev/null 2>&1 || true; \
    test -s /app/program.aot; \
    rm -rf /tmp/*; mkdir -p /data /keys /developer /files; \
    for login in administrator tillstream tillstream_loader tillstream_query tillstream_bi grafana; do \
      mkdir -p /passwords/$login; \
    done; \
    chown -R 10001:10001 /data /keys /developer /files /passwords

ENV SERVER_ADDRESS=0.0.0.0 LOCAL_CLOUD_ADDRESS=0.0.0.0
WORKDIR /data
USER 10001:10001
# JDK_JAVA_OPTIONS adds to the options that the cache was made with. The heap is left what buffers, threads and the
# cache do not need.
ENTRYPOINT ["java", "@/app/java-options", "-XX:AOTCache=/app/program.aot", "-jar", "/app/program.jar"]
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s --retries=3 \
  CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx16m", "-cp", "/app/health-probe.jar", \
       "io.tillstream.probe.HealthProbe", "/app/health-url"]
LABEL org.opencontainers.image.title="Tillstream ${PROGRAM}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="0.1.0-SNAPSHOT" \
      org.opencontainers.image.revision="${REVISION}"

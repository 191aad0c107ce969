package io.tillstream.consumers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final String ROOT = "io.tillstream.consumers";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a record flows one way: shard, decode, deliver, sink")
                .check(CLASSES);
    }

    @Test
    void onlyTheEdgeKnowsKcl() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".shard..", ROOT + ".decode..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.kinesis..")
                .because("a sink must not be able to touch KCL's checkpoints")
                .check(CLASSES);
    }

    @Test
    void sinksKnowOnlyTheirContract() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".lake..",
                        ROOT + ".invoices..",
                        ROOT + ".sessions..",
                        ROOT + ".lookups..",
                        ROOT + ".warehouse..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".shard..", ROOT + ".deliver..", ROOT + ".decode..", ROOT + ".rejected..")
                .because("a new sink is one class and its configuration")
                .check(CLASSES);
    }

    @Test
    void theContractOfSinksStandsAlone() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".sink..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.tillstream.model..", ROOT + ".sink..")
                .because("every sink is written against it")
                .check(CLASSES);
    }

    @Test
    void dependsOnNoOtherServiceAndNoEmulator() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tillstream.ingest..",
                        "io.tillstream.query..",
                        "io.tillstream.warehouse..",
                        "io.tillstream.localcloud..",
                        "io.tillstream.suite..")
                .because("services share the model and the stores, nothing else")
                .check(CLASSES);
    }
}

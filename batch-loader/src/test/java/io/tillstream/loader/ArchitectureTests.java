package io.tillstream.loader;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final String ROOT = "io.tillstream.loader";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a file flows one way: source, parts, stores; the ledger only takes notes")
                .check(CLASSES);
    }

    @Test
    void partsKnowNothingOfWhoKeepsAccount() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".parts..", ROOT + ".source..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..dynamodb..", "org.springframework..", "picocli..")
                .because("how a file is cut must not depend on who asks for it")
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
                        "io.tillstream.consumers..",
                        "io.tillstream.producer..",
                        "io.tillstream.localcloud..",
                        "io.tillstream.suite..")
                .because("services share the model and the stores, nothing else")
                .check(CLASSES);
    }
}

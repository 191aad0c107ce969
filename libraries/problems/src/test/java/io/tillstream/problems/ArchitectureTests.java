package io.tillstream.problems;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tillstream.problems");

    @Test
    void knowsNothingOfAService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tillstream.ingest..",
                        "io.tillstream.query..",
                        "io.tillstream.access..",
                        "io.tillstream.model..")
                .because("errors look the same whichever service answers")
                .check(CLASSES);
    }
}

package io.tillstream.bootstrap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void knowsOnlyTheCloudsInterfaces() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tillstream.localcloud..", "io.tillstream.suite..", "org.springframework..")
                .because("it creates the same things in any cloud that speaks as AWS does, and starts at once")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.tillstream.bootstrap"));
    }
}

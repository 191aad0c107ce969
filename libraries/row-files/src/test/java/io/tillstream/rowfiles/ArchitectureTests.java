package io.tillstream.rowfiles;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tillstream.rowfiles");

    @Test
    void knowsTheModelAndTheReadersOfFormatsOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.tillstream.rowfiles..",
                        "io.tillstream.model..",
                        "java..",
                        "org.jspecify.annotations..",
                        "javax.xml.stream..",
                        "com.fasterxml.aalto..",
                        "org.apache.parquet..",
                        "io.airlift.compress..")
                .because("the client and the batch loader both carry it, and must not inherit more")
                .check(CLASSES);
    }

    @Test
    void keepsTheReadersOfFormatsToItself() {
        noClasses()
                .that()
                .arePublic()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "org.apache.parquet..", "io.airlift..")
                .because("which library reads a format is nobody else's business")
                .check(CLASSES);
    }
}

package org.yiban.region.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;

class RegionControllerTest {

    private MockMvc http;

    @BeforeEach
    void servesLiaocheng() {
        ServedPools served = Mockito.mock(ServedPools.class);
        Mockito.when(served.contains(new RegionCode("371500"))).thenReturn(true);
        http = MockMvcBuilders.standaloneSetup(new RegionController(Regions.load(), served))
                .build();
    }

    @Test
    void aFormFindsACountyAndItsPool() throws Exception {
        http.perform(get("/api/regions").param("query", "东昌府"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].code").value("371502"))
                .andExpect(jsonPath("$[0].fullName").value("山东省聊城市东昌府区"))
                .andExpect(jsonPath("$[0].pool").value("371500"))
                .andExpect(jsonPath("$[0].poolName").value("山东省聊城市"))
                .andExpect(jsonPath("$[0].served").value(true));
    }

    @Test
    void aFormThatAsksForPoolsGetsPoolsOnly() throws Exception {
        http.perform(get("/api/regions").param("query", "山东").param("poolsOnly", "true"))
                .andExpect(jsonPath("$.length()").value(16))
                .andExpect(jsonPath("$[0].code").value("370100"))
                .andExpect(jsonPath("$[0].served").value(false));
    }

    @Test
    void anAnswerNeverHoldsMoreThanTwenty() throws Exception {
        http.perform(get("/api/regions")).andExpect(jsonPath("$.length()").value(20));
    }

    @Test
    void oneDivisionIsFoundByItsCode() throws Exception {
        http.perform(get("/api/regions/370000"))
                .andExpect(jsonPath("$.name").value("山东省"))
                .andExpect(jsonPath("$.pool").doesNotExist());
    }
}
